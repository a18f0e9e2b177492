"""Keys, the encrypted database, and the stores inside it. Lives in the window (or command line) process.

Synchronous and without Qt. `Profile` makes and unlocks a `Vault`; all calls on a vault belong on the thread
that unlocked it. Foreseen errors are those of `app.domain.errors`, with these codes:

    class                    code                    parameters
    VaultLockedError         secret_needed           kinds: "passphrase,recovery,..." that would open it
                             keyring_needed          (the slot needs passphrase and keyring)
                             keyring_entry_missing   other_ways: kinds of the other slots, "" where none
                             keyring_entry_changed   other_ways
                             vault_closed            (used after close)
    WrongSecretError         passphrase_wrong
                             passphrase_not_set
                             recovery_code_wrong
                             recovery_code_not_set
                             recovery_code_length    typed, expected: characters
                             recovery_code_mistyped
    KeyringUnavailableError  keyring_none
                             keyring_locked          (asked, not unlocked)
                             keyring_denied
                             keyring_other           wanted: secret_service, kwallet, macos_keychain, ...
                             keyring_failed          reason
    VaultDamagedError        keys_damaged
                             keys_newer              found, known: versions
                             keys_missing            name
                             keys_tampered
                             database_missing        name, copy: file name of a copy, "" where none
                             database_empty          name
                             database_plain          name (an unencrypted SQLite file)
                             database_foreign        name (another profile's, or no database)
                             database_damaged        name
                             database_newer          name, found, known: versions
                             backup_foreign          name (no backup of Hearth)
                             backup_damaged          name
                             backup_newer            name, found, known: versions
    VaultBusyError           profile_in_use          pid: 0 where it isn't known
    VaultError               profile_missing         name
                             profile_exists          name
                             profile_read_only       name, reason
                             profile_denied          name, reason
                             profile_not_a_folder    name, reason
                             profile_folder_shared   name
                             profile_folder_in_use   name
                             profile_no_locks        name (a network folder without locks)
                             path_too_long           name, reason
                             home_unset              variable
                             disk_full               name, reason
                             storage_failed          name, reason
                             not_enough_memory       needed_bytes (0 where it isn't known)
                             migration_unsure        name: the copy that was kept
                             secret_needed           (create without passphrase and keyring)
                             passphrase_empty
                             passphrase_too_long     limit_chars
                             slot_is_both            (would undo "passphrase and keyring together")
                             last_slot
                             conversation_missing
                             message_missing
                             setting_too_large       key, limit_chars
                             backup_no_way_in        (neither passphrase nor recovery code)
                             backup_exists           name
                             backup_folder_missing   name
                             backup_missing          name
                             backup_unreadable       name, reason
                             place_damaged           name (place.json)
                             place_missing           path: where the profile should lie
                             move_same               name
                             move_inside             name
                             move_not_empty          name
                             move_no_parent          name
                             move_network            name, kind
                             move_no_room            needed_bytes, free_bytes
                             move_not_private        name
                             move_no_links           name
                             move_not_whole          name
    UsageError               provider_unknown        name
                             comparison_unknown
    CloudError               ledger_entry_unknown    number
                             ledger_tampered         number
                             permit_used

`Vault.notices` are codes to be told once: keys_from_copy, keys_older, keys_tampered.
"""
