# shellcheck shell=bash
# What the proofs in a bare tree share; read by them, with `tree` set.

# As an ordinary person, in namespaces of their own, the program's folder read-only. With OLDEST in the environment
# llama.cpp finds no build but the one for any processor with 64 bits: the others are empty to it.
in_tree() {
    unshare --net --mount --propagation private bash -euc '
        tree=$0
        mount -t proc proc "$tree/proc"
        mount --rbind /dev "$tree/dev"
        mount -t tmpfs tmpfs "$tree/run"
        mount -t tmpfs -o mode=1777 tmpfs "$tree/tmp"
        mount --bind "$tree/opt/hearth" "$tree/opt/hearth"
        mount -o remount,ro,bind "$tree/opt/hearth"
        if test -n "${OLDEST-}"; then
            for build in "$tree"/opt/hearth/_internal/llama_cpp/lib/libggml-cpu-*.so; do
                case $build in *-x64.so) ;; *) mount --bind /dev/null "$build" ;; esac
            done
        fi
        exec chroot --userspec=someone:someone "$tree" env -i HOME=/home/someone USER=someone PATH=/usr/bin:/bin \
            LANG=C.UTF-8 sh -euc "cd; $1"' "$tree" "$1"
}

must_be_silent() { # a command; what it says all the same is shown, and is a failure
    local said
    said=$("$@" 2>&1) && test -z "$said" || { echo "$said" >&2 && return 1; }
}

install_in_tree() { # a package, where there is neither Python nor a compiler nor a network, for somebody new
    ! chroot "$tree" sh -c 'command -v python3 || command -v cc || command -v gcc'
    cp "$1" "$tree/hearth.deb"
    unshare --net chroot "$tree" dpkg --install /hearth.deb
    rm "$tree/hearth.deb"
    rm -rf "$tree/home/someone/.local" "$tree/home/someone/papers"
}
