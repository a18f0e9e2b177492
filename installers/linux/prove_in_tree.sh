#!/bin/bash
# Tries a Debian package as a stranger's computer would: in a bare tree, by hand, as root.
#
#   debootstrap --variant=minbase bookworm TREE; in it: useradd -m someone; apt-get install the package's Depends, and
#   xvfb xdotool x11-utils imagemagick fonts-inter; then: prove_in_tree.sh TREE hearth_0.1.0_amd64.deb PICTURES
#
# No network, another user, no Python and no compiler, the program's folder read-only: install, smoke test, read three
# files, ask, then the window by the desktop entry's command, ask there (picture), uninstall, what was written is left.
# It waits by the clock where only an eye could tell: look at the pictures.
set -euo pipefail
tree=$(realpath "$1") package=$(realpath "$2") pictures=$(realpath -m "$3")

. "$(dirname "$0")/in_tree.sh"

install_in_tree "$package"

must_be_silent in_tree 'hearth --smoke-test'
echo "smoke test: passed, and silent"

in_tree '
    mkdir papers
    for name in lighthouse-survey.pdf boathouse-lease.odt visit-the-lighthouse.html; do
        cp /opt/hearth/_internal/resources/sample/$name papers/
    done
    umask 077
    echo "correct horse battery staple" > secret
    hearth models add --passphrase-file secret /opt/hearth/_internal/resources/models/hearth-demo.gguf
    hearth library add --passphrase-file secret Papers papers
    hearth ask --passphrase-file secret --library Papers "What is the height of the lantern tower?" | tee answer
    grep -q "lantern tower is 41 metres \[1\]" answer'

if test -e "$tree/opt/hearth/_internal/llama_cpp/lib/libggml-cpu-x64.so"; then # built for all processors
    in_tree 'hearth doctor | grep "^models"'
    OLDEST=1 must_be_silent in_tree 'hearth --smoke-test'
    OLDEST=1 in_tree '
        hearth doctor | grep "built for x64"
        hearth ask --passphrase-file secret --library Papers "What is the height of the lantern tower?" | cmp - answer'
    echo "on the build for the oldest processors: smoke test passed, and the same answer"
fi

in_tree '
    command=$(sed -n "s/^Exec=//p" /usr/share/applications/hearth.desktop | sed "s/ %f//")
    export DISPLAY=:77
    Xvfb :77 -screen 0 1400x900x24 -nolisten tcp > Xvfb.log 2>&1 &
    screen=$!
    until xdpyinfo > /dev/null 2>&1; do sleep 0.2; done
    $command &
    window=$!
    until xdotool search --onlyvisible --name "^Hearth$" > /dev/null 2>&1; do sleep 0.2; done
    sleep 8
    xdotool search --onlyvisible --name "^Hearth$" windowfocus
    sleep 1
    xdotool type --delay 20 "correct horse battery staple"
    xdotool key Return
    sleep 20
    xdotool mousemove 552 790 click 1 # which files
    sleep 3
    xdotool mousemove 555 825 click 1 # Papers
    sleep 3
    xdotool mousemove 700 737 click 1 # the question
    xdotool type --delay 20 "What is the height of the lantern tower?"
    xdotool key Return
    sleep 40
    import -window root answer.png
    xdotool key ctrl+q
    wait $window
    kill $screen'
mkdir -p "$pictures"
cp "$tree/home/someone/answer.png" "$pictures/"

unshare --net chroot "$tree" dpkg --remove hearth
test ! -e "$tree/opt/hearth" && test ! -e "$tree/usr/bin/hearth"
test -s "$tree/home/someone/.local/share/hearth/vault.db"
echo "uninstalled; the profile is still there. Look at $pictures/answer.png"
