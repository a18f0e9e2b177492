"""Goes into a new network namespace, sets it up, hands its TUN device out, and becomes the recorded program.

Run by `recorder.record` as `python -I -S inside.py SOCKET PROGRAM ARGUMENT...`, in a process of its own with
one thread. SOCKET is the descriptor of a UNIX socket: the device goes out over it with `ok`, or a sentence
that says why there is none. Standard library only, and nothing from this repository, so that it starts
anywhere.

What stands inside: the loopback device, and `hearth0`, the TUN device, as default route for IPv4 and IPv6 and
as the way to the only name server. The kernel itself sends nothing through it: `hearth0` gets no link-local
address, so there are no router solicitations, and it isn't marked as multicast, so there are no membership
reports for groups of the kernel's own. The system's name services that listen on UNIX sockets are covered up,
because they would ask the network outside.
"""

import array
import ctypes
import fcntl
import os
import socket
import struct
import sys
import tempfile

_CLONE_NEWNS, _CLONE_NEWUSER, _CLONE_NEWNET = 0x00020000, 0x10000000, 0x40000000
_MS_BIND, _MS_REC, _MS_PRIVATE = 4096, 16384, 1 << 18
_PR_CAPBSET_DROP = 24
# Without CAP_NET_ADMIN and CAP_SYS_ADMIN the program can't change the routes and mounts that show it.
_CAPABILITIES_WITHHELD = (12, 21)

_TUNSETIFF = 0x400454CA
_IFF_TUN, _IFF_NO_PI = 0x0001, 0x1000
_IFF_UP, _IFF_RUNNING, _IFF_MULTICAST = 0x1, 0x40, 0x1000
_SIOCADDRT, _SIOCGIFFLAGS, _SIOCSIFFLAGS = 0x890B, 0x8913, 0x8914
_SIOCSIFADDR, _SIOCSIFNETMASK, _SIOCGIFINDEX = 0x8916, 0x891C, 0x8933
_RTF_UP = 0x1
_RTM_NEWLINK, _NLM_F_REQUEST, _NLM_F_ACK, _IFLA_TXQLEN = 16, 0x1, 0x4, 13
_QUEUE_PACKETS = 10_000  # none is lost while the recorder looks at the others

DEVICE = b"hearth0"
# Addresses that are set aside for documentation (RFC 5737, RFC 3849).
OWN_ADDRESS, NAME_SERVER, OWN_ADDRESS_6 = "192.0.2.2", "192.0.2.53", "2001:db8::2"


# No link-local address, no advertisements, no check for duplicates, no solicitations.
_QUIET_IPV6 = {"addr_gen_mode": 1, "accept_ra": 0, "accept_dad": 0, "router_solicitations": 0}


class Refused(Exception):
    """The kernel doesn't let us; the text is a reason for people."""


libc = ctypes.CDLL(None, use_errno=True)


def _check(returned: int, what: str) -> None:
    if returned != 0:
        raise Refused(f"{what}: {os.strerror(ctypes.get_errno())}")


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:
        file.write(text)


def enter_namespaces() -> None:
    """New user, network and mount namespaces; the person stays the same inside."""
    uid, gid = os.geteuid(), os.getegid()
    if libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWNS) == 0:
        _write("/proc/self/setgroups", "deny")  # or the kernel takes no gid_map from an ordinary user
        _write("/proc/self/uid_map", f"{uid} {uid} 1")
        _write("/proc/self/gid_map", f"{gid} {gid} 1")
    elif uid == 0:
        _check(libc.unshare(_CLONE_NEWNET | _CLONE_NEWNS), "a network namespace is refused")
    else:
        _check(-1, "a user namespace is refused")
    _check(libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None), "private mounts are refused")


def open_device() -> int:
    """A TUN device, made and opened; reading from it gives the packets."""
    try:
        tun = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        fcntl.ioctl(tun, _TUNSETIFF, struct.pack("16sH22x", DEVICE, _IFF_TUN | _IFF_NO_PI))
    except OSError as error:
        raise Refused(f"/dev/net/tun can't be used: {error.strerror}") from error
    return tun


def _set_flags(control: socket.socket, device: bytes, on: int, off: int = 0) -> None:
    answer = fcntl.ioctl(control, _SIOCGIFFLAGS, struct.pack("16sH22x", device, 0))
    (flags,) = struct.unpack_from("H", answer, 16)
    fcntl.ioctl(control, _SIOCSIFFLAGS, struct.pack("16sH22x", device, (flags | on) & ~off))


def _ipv4(address: str) -> bytes:
    """struct sockaddr_in."""
    return struct.pack("HH4s8x", socket.AF_INET, 0, socket.inet_aton(address))


def _lengthen_queue(index: int) -> None:
    """Let many packets wait in the device. Over netlink: the ioctl for it is refused in a user namespace."""
    attribute = struct.pack("HHI", 8, _IFLA_TXQLEN, _QUEUE_PACKETS)
    link = struct.pack("BxHiII", socket.AF_UNSPEC, 0, index, 0, 0)  # struct ifinfomsg
    header = struct.pack("IHHII", 16 + len(link) + 8, _RTM_NEWLINK, _NLM_F_REQUEST | _NLM_F_ACK, 1, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as netlink:
        netlink.send(header + link + attribute)
        (error,) = struct.unpack_from("i", netlink.recv(4096), 16)
    if error:
        raise Refused(f"the device's queue can't be lengthened: {os.strerror(-error)}")


def set_up_routes() -> None:
    """Addresses and default routes through the device, and the loopback device up."""
    device = DEVICE.decode()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        _set_flags(control, b"lo", _IFF_UP | _IFF_RUNNING)
        _set_flags(control, DEVICE, 0, off=_IFF_MULTICAST)
        answer = fcntl.ioctl(control, _SIOCGIFINDEX, struct.pack("16s24x", DEVICE))
        (index,) = struct.unpack_from("i", answer, 16)
        _lengthen_queue(index)
        has_ipv6 = os.path.isdir(f"/proc/sys/net/ipv6/conf/{device}")
        if has_ipv6:  # before it is up, or it is too late
            for setting, value in _QUIET_IPV6.items():
                _write(f"/proc/sys/net/ipv6/conf/{device}/{setting}", str(value))
        fcntl.ioctl(control, _SIOCSIFADDR, struct.pack("16s16s8x", DEVICE, _ipv4(OWN_ADDRESS)))
        fcntl.ioctl(control, _SIOCSIFNETMASK, struct.pack("16s16s8x", DEVICE, _ipv4("255.255.255.255")))
        _set_flags(control, DEVICE, _IFF_UP | _IFF_RUNNING)
        # struct rtentry: the destination and mask are all zeros, the device is found by its name.
        name = ctypes.create_string_buffer(DEVICE)
        anywhere = _ipv4("0.0.0.0")
        # The last number stands for the end of the struct and its padding.
        numbers = (_RTF_UP, 0, 0, 0, 0, ctypes.addressof(name), 0, 0, 0, 0)
        route = struct.pack("L16s16s16sHhLPhPLLHQ", 0, anywhere, anywhere, anywhere, *numbers)
        fcntl.ioctl(control, _SIOCADDRT, route)
    if has_ipv6:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as control:
            own = socket.inet_pton(socket.AF_INET6, OWN_ADDRESS_6)
            fcntl.ioctl(control, _SIOCSIFADDR, struct.pack("16sIi", own, 128, index))  # struct in6_ifreq
            # struct in6_rtmsg: everything zero but the metric, the flags and the device.
            route = struct.pack("16s16s16sIHHILIi", b"", b"", b"", 0, 0, 0, 1, 0, _RTF_UP, index)
            fcntl.ioctl(control, _SIOCADDRT, route)


def _cover(path: str, text: str) -> None:
    """Let `path` show `text` inside this mount namespace."""
    with tempfile.NamedTemporaryFile("w", delete=False, encoding="ascii") as file:
        file.write(text)
    os.chmod(file.name, 0o644)
    try:
        _check(
            libc.mount(file.name.encode(), path.encode(), None, _MS_BIND, None), f"covering {path} is refused"
        )
    finally:
        os.unlink(file.name)


def point_names_at_the_device() -> None:
    """The only name server lies behind the device, and no service outside answers for it."""
    resolver = os.path.realpath("/etc/resolv.conf")
    if not os.path.isfile(resolver):
        raise Refused("there is no /etc/resolv.conf to cover")
    _cover(resolver, f"nameserver {NAME_SERVER}\noptions timeout:1 attempts:1\n")
    if os.path.isfile("/etc/nsswitch.conf"):
        _cover(os.path.realpath("/etc/nsswitch.conf"), "passwd: files\ngroup: files\nhosts: files dns\n")
    for service in (
        "/run/nscd/socket",
        "/run/systemd/resolve/io.systemd.Resolve",
        "/run/avahi-daemon/socket",
    ):
        if os.path.exists(service):
            _check(
                libc.mount(b"/dev/null", service.encode(), None, _MS_BIND, None),
                f"covering {service} is refused",
            )


def main() -> None:
    outside = socket.socket(fileno=int(sys.argv[1]))
    outside.set_inheritable(False)
    try:
        enter_namespaces()
        tun = open_device()
        set_up_routes()
        point_names_at_the_device()
        for capability in _CAPABILITIES_WITHHELD:
            _check(libc.prctl(_PR_CAPBSET_DROP, capability, 0, 0, 0), "giving up privileges is refused")
    except (Refused, OSError) as error:
        outside.sendall(str(error).encode())
        sys.exit(1)
    # sendmsg and not socket.send_fds, which older interpreters lack.
    outside.sendmsg([b"ok"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [tun]))])
    # The recorder answers once it reads the device, so nothing can slip out before.
    if outside.recv(1) != b"g":
        sys.exit(1)
    try:
        os.execvp(sys.argv[2], sys.argv[2:])
    except OSError as error:
        print(f"{sys.argv[2]}: {error.strerror}", file=sys.stderr)
        os._exit(127)


if __name__ == "__main__":
    main()
