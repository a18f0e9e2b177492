"""Whether a folder lies on another computer. Window or command line process; reads, never waits for a server."""

import os
import re
import sys
from pathlib import Path

# Names of file systems in /proc/self/mountinfo that are answered by another computer.
_NETWORK = re.compile(
    r"9p|afs|beegfs|ceph|cifs|coda|davfs|gfs2|glusterfs|lustre|ncpfs|nfs4?|smb3|smbfs|sshfs"
    r"|fuse\.(ceph|curlftpfs|davfs2|glusterfs|gvfsd-fuse|rclone|s3fs|smbnetfs|sshfs)"
)
_REMOTE_DRIVE = 4  # GetDriveType: DRIVE_REMOTE


def network_kind(folder: Path, mounts: str | None = None) -> str:
    """The kind of network file system that `folder` lies on; empty where it lies on this computer, or nobody knows.

    `mounts`: the text of `/proc/self/mountinfo`, where it isn't to be read. macOS isn't asked.
    """
    if sys.platform == "win32":
        return _windows_kind(folder)
    if mounts is None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text("utf-8", "replace")
        except OSError:
            return ""
    kind, longest = "", -1
    for line in mounts.splitlines():
        fields, _, after = line.partition(" - ")
        words, kinds = fields.split(), after.split()
        if len(words) < 5 or not kinds:
            continue
        point = _unescaped(words[4])
        # A later one at the same point lies over the earlier.
        if len(point) >= longest and (folder == Path(point) or Path(point) in folder.parents):
            kind, longest = kinds[0], len(point)
    return kind if _NETWORK.fullmatch(kind) else ""


def _unescaped(text: str) -> str:
    for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        text = text.replace(code, character)
    return text


if sys.platform == "win32":
    import ctypes

    def _windows_kind(folder: Path) -> str:
        if str(folder).startswith("\\\\"):
            return "share"
        drive = ctypes.windll.kernel32.GetDriveTypeW(os.path.splitdrive(folder)[0] + "\\")
        return "drive" if drive == _REMOTE_DRIVE else ""

else:

    def _windows_kind(folder: Path) -> str:
        return ""
