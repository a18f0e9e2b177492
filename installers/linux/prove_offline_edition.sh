#!/bin/bash
# Tries the first start of a package that was built with `installers/build.py --with-model FILE`: in a bare tree (as
# prove_in_tree.sh describes), by hand, as root: prove_offline_edition.sh TREE hearth_0.1.0_amd64.deb PICTURES
#
# The window comes up by the desktop entry's command, a person chooses a passphrase and asks at once. It fails unless the
# model lies on the shelf as a link to where it came along, the answer is in the new profile, nothing was downloaded and
# the ledger is empty. The question is one that Hearth's own test model can answer: FILE is a copy of it under another
# name. It waits by the clock where only an eye could tell: begin.png shows what stands there before the question.
set -euo pipefail
tree=$(realpath "$1") package=$(realpath "$2") pictures=$(realpath -m "$3")
. "$(dirname "$0")/in_tree.sh"
install_in_tree "$package"
model=$(cd "$tree" && ls opt/hearth/_internal/models/*.gguf)
test "$(wc -l <<< "$model")" = 1
name=$(basename "$model" .gguf)
test "$name" != hearth-demo
before=$(sha256sum < "$tree/$model")

in_tree '
    command=$(sed -n "s/^Exec=//p" /usr/share/applications/hearth.desktop | sed "s/ %f//")
    export DISPLAY=:77
    Xvfb :77 -screen 0 1400x900x24 -nolisten tcp > Xvfb.log 2>&1 &
    screen=$!
    timeout 60 sh -c "until xdpyinfo > /dev/null 2>&1; do sleep 0.2; done"
    $command &
    window=$!
    timeout 120 sh -c "until xdotool search --onlyvisible --name \"^Hearth\$\" > /dev/null 2>&1; do sleep 0.2; done"
    sleep 10
    xdotool search --onlyvisible --name "^Hearth$" windowfocus
    sleep 1
    import -window root first.png
    xdotool type --delay 20 "correct horse battery staple"
    xdotool key Tab
    xdotool type --delay 20 "correct horse battery staple"
    xdotool key Return
    timeout 120 sh -c "until test -s .local/share/hearth/vault.db; do sleep 0.2; done"
    sleep 30
    import -window root begin.png
    xdotool mousemove 700 737 click 1 # the question
    xdotool type --delay 20 "[1] The height of the lantern tower is 41 metres. What is the height of the lantern tower?"
    xdotool key Return
    sleep 40
    import -window root answer.png
    xdotool key ctrl+q
    wait $window
    kill $screen'
mkdir -p "$pictures"
cp "$tree"/home/someone/{first,begin,answer}.png "$pictures/"

in_tree '
    umask 077
    echo "correct horse battery staple" > secret
    hearth models list --json > models.json
    hearth export --passphrase-file secret > conversations
    hearth ledger --passphrase-file secret > ledger'
home=$tree/home/someone
cat "$home/models.json"
grep -q "\"id\": \"$name\".*\"link\": true, \"state\": \"ok\"" "$home/models.json"
test "$(ls "$home/.local/share/hearth/models")" = "$name.gguf" # no download
test "$(readlink "$home/.local/share/hearth/models/$name.gguf")" = "/$model" # no copy
grep -q "lantern tower is 41 metres \[1\]" "$home/conversations"
test ! -s "$home/ledger" # it lists nothing
test "$(sha256sum < "$tree/$model")" = "$before"
echo "the model that came along is used where it lies, and has answered. Look at $pictures/begin.png"
unshare --net chroot "$tree" dpkg --remove hearth
