"""What is said when a backup, a restore, a move or an import can't be made. Merged into SENTENCES."""

# What of another program's conversation isn't taken in: `app.domain.imported.LOST`.
LOST_WORDS = {
    "pictures": "Pictures",
    "files": "Attached files",
    "audio": "Recordings",
    "tools": "Steps of tools",
    "sources": "Names of sources",
    "instructions": "General instructions",
    "other": "Other parts",
}

MOVING = {
    "backup_no_way_in": (
        "This profile opens by this computer's keyring, which no backup can take along. Set a passphrase or make a "
        "recovery code first (on the command line: --make-recovery-code), then make the backup."
    ),
    "backup_exists": "{name} is there already, and Hearth replaces no backup. Choose another name, or move that file away.",
    "backup_folder_missing": "There is no folder {name}. Check its name, and whether its disk is connected.",
    "backup_missing": "There is no backup {name}. Check its name, and whether its disk is connected.",
    "backup_unreadable": "The backup {name} can't be read ({reason}). Check its permissions and its disk.",
    "backup_foreign": "{name} isn't a backup that Hearth made, so nothing was changed. Choose another file.",
    "backup_damaged": (
        "{name} is damaged, cut short or was changed after it was made, so nothing of it was taken and nothing was "
        "replaced. Use another copy of it, or an older backup."
    ),
    "backup_newer": "{name} was made by a newer Hearth, so nothing was changed. Update Hearth to restore it.",
    "backup_passphrase_wrong": (
        "That passphrase doesn't open the backup. It opens with the passphrase the profile had when the backup was made."
    ),
    "backup_passphrase_not_set": (
        "The profile had no passphrase when this backup was made. Open it with the recovery code of that time."
    ),
    "backup_code_wrong": (
        "This recovery code doesn't open the backup. It opens with the newest code there was when it was made."
    ),
    "backup_code_not_set": (
        "There was no recovery code when this backup was made. Open it with the passphrase of that time."
    ),
    "backup_secret_needed": (
        "A backup opens with the passphrase or the recovery code of its profile. Name a file that holds one, with "
        "--passphrase-file or --recovery-code-file."
    ),
    "backup_under_way": "A backup is being made already. Wait until it is done, or stop it.",
    "backup_of_demo": "The demo's profile is thrown away when Hearth ends, so there is nothing to back up. Use your own.",
    "import_under_way": "Conversations are being taken in already. Wait until that is done, or stop it.",
    "import_missing": "There is no file or folder {name}. Check its name, and whether its disk is connected.",
    "import_nothing": (
        "There are no conversations of another program in {name}. Choose its folder of chats, or a file that it exported."
    ),
    "import_too_many": "The folder holds more than {limit} files. Choose the folder with the chats alone.",
    "import_into_demo": "The demo's profile is thrown away when Hearth ends. Take conversations into your own.",
    "library_resting": (
        "Your files can't be searched while a backup is being made. Wait until it is done, then try again."
    ),
    "restore_over_existing": (
        "There is a profile in {name} already, so nothing was changed. Its data can be kept beside the restored one: "
        "answer yes when asked, or give --replace."
    ),
    "place_damaged": (
        "{name} should say where your data lies and can't be read. Your data is untouched: name its folder with "
        "--profile, or put that file back from a copy."
    ),
    "place_missing": (
        "Your data was moved to {path}, and it isn't there now. Connect that disk and try again. Hearth makes no new "
        "profile in its place; with --profile another one can be opened."
    ),
    "move_same": "Your data lies in {name} already, so nothing was moved.",
    "move_inside": "{name} lies inside the data folder itself, so nothing was moved. Choose a folder outside of it.",
    "move_not_empty": (
        "There is something in {name} already, and Hearth mixes its data with nothing else. Name a new or an empty "
        "folder."
    ),
    "move_no_parent": "There is no folder {name}. Check its name, and whether its disk is connected.",
    "move_network": (
        "{name} lies on another computer ({kind}). The encrypted databases can break there when the network fails, so "
        "nothing was moved. Choose a disk of this computer; a backup can lie on the network."
    ),
    "move_no_room": (
        "The data takes {needed_bytes}, and the disk there has {free_bytes} free, so nothing was moved. Free some "
        "space, or leave the models where they are."
    ),
    "move_not_private": (
        "The disk of {name} can't close files to other people (FAT and exFAT can't), so nothing was moved. Choose a disk "
        "formatted with ext4, btrfs, NTFS or APFS."
    ),
    "move_no_links": (
        "No link to {name} can be made there, so the models can't stay behind. Nothing was moved; move them along."
    ),
    "move_not_whole": (
        "The copy of {name} isn't what was copied: that disk may be failing. Nothing was moved; choose another disk."
    ),
    "move_in_library": (
        "{name} lies in a folder of your library “{library}”, which would read its own data. Nothing was moved; choose "
        "a folder outside of it."
    ),
    "move_of_demo": "The demo's profile is thrown away when Hearth ends, so it isn't moved. Use your own.",
}
