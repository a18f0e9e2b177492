"""Every foreseen error as a sentence: what happened, why, what to do. Checked against the code by a test.

Plain text with `{parameters}`. No traceback, no code, no "invalid"; it is said what stays as it was.
"""

from app.services.cloud_sentences import CLOUD
from app.services.moving_sentences import MOVING

UNKNOWN = (
    "Something went wrong that Hearth has no words for yet ({code}). What was saved is safe. "
    "Try again; if it comes back, run 'hearth doctor'."
)

VAULT = {
    "secret_needed": (
        "This profile is locked. Open it with its passphrase or recovery code; on the command line, name a file "
        "that holds the passphrase with --passphrase-file."
    ),
    "keyring_needed": (
        "This profile opens only with passphrase and keyring together, and the keyring isn't there. "
        "Unlock the system's keyring, or use your recovery code."
    ),
    "keyring_entry_missing": (
        "The system's keyring no longer holds the key of this profile. Your conversations are untouched: "
        "open them with your passphrase or recovery code, or restore the keyring from a backup."
    ),
    "keyring_entry_changed": (
        "The key in the system's keyring isn't the one of this profile any more. Your conversations are untouched: "
        "open them with your passphrase or recovery code, or restore the keyring from a backup."
    ),
    "keyring_other": (
        "This profile's key was kept by another kind of keyring ({wanted}). Start that one, or open the profile "
        "with your passphrase or recovery code."
    ),
    "vault_closed": "Hearth is locked, so this couldn't be done. Unlock it and try again.",
    "passphrase_wrong": "That isn't the passphrase of this profile. Check capitals and keyboard layout, then try again.",
    "passphrase_not_set": "This profile has no passphrase. Open it through the system's keyring or with the recovery code.",
    "recovery_code_wrong": (
        "This recovery code belongs to another profile, or a newer code has replaced it. Look for the newest one."
    ),
    "recovery_code_not_set": "No recovery code was made for this profile. Open it with its passphrase or the keyring.",
    "recovery_code_length": (
        "The recovery code has {expected} letters and digits, and {typed} were typed. Compare it with your print."
    ),
    "recovery_code_mistyped": "One of the recovery code's letters or digits is mistyped. Compare it with your print.",
    "passphrase_needed_for_new": (
        "This system has no open keyring to keep Hearth's key, so the new profile needs a passphrase. "
        "Choose one in the window, or name a file that holds it with --passphrase-file."
    ),
    "passphrase_empty": "The passphrase is empty. Type at least eight characters.",
    "passphrase_too_short": "The passphrase is too short. Choose at least {minimum} characters; four words are good.",
    "passphrase_too_long": "The passphrase is longer than {limit_chars} characters. Choose a shorter one.",
    "passphrase_file_empty": "The first line of {path} is empty. Put the passphrase there.",
    "passphrase_file_not_text": "{path} isn't a text file, so the passphrase can't be read from it. Save it as UTF-8.",
    "passphrase_file_too_long": "The first line of {path} is too long for a passphrase. Check that it is the right file.",
    "passphrase_file_unreadable": "The passphrase file {path} can't be read ({reason}). Check its name and permissions.",
    "keyring_denied": (
        "The system's keyring didn't hand out Hearth's key because access was refused. "
        "Allow it when the system asks, or open Hearth with your passphrase or recovery code."
    ),
    "keyring_failed": (
        "The system's keyring didn't answer as it should ({reason}). "
        "Try again, or open Hearth with your passphrase or recovery code."
    ),
    "keyring_locked": "The system's keyring is locked. Unlock it and try again; your conversations are untouched.",
    "keyring_none": (
        "This system has no keyring that Hearth can use. Open Hearth with a passphrase or your recovery code."
    ),
    "keys_damaged": (
        "The file keys.json in the profile is damaged and can't open your conversations. They are untouched. "
        "Put back keys.json (or keys.json.bak) from a backup of the profile."
    ),
    "keys_missing": (
        "{name} is missing from the profile, so nothing can open the conversations there. They are untouched. "
        "Put back {name} from a backup; Hearth makes no new key over them."
    ),
    "keys_tampered": (
        "The keys of this profile were changed by something else than Hearth, so this way in no longer works. "
        "Use your passphrase or recovery code, or put back keys.json from a backup."
    ),
    "keys_newer": "This profile was made by a newer Hearth. It was left as it is; update Hearth to open it.",
    "database_damaged": (
        "{name} is damaged, so Hearth won't show what may be wrong. The file was left as it is. "
        "Put back a copy from a backup of the profile."
    ),
    "database_empty": "{name} is an empty file. Hearth left it as it is; put back a copy from a backup of the profile.",
    "database_foreign": "{name} doesn't belong to this profile's keys. It was left as it is; put back the right file.",
    "database_missing": (
        "The profile has keys but {name} is missing, so your conversations aren't there. Hearth makes no new one "
        "over it: put the file back, or choose another folder with --profile."
    ),
    "database_newer": "This profile was used by a newer Hearth. It was left as it is; update Hearth to open it.",
    "database_plain": (
        "{name} is an ordinary, unencrypted database that Hearth didn't make. It was left as it is; move it away."
    ),
    "disk_full": "The disk is full, so this couldn't be saved. What was saved before is safe. Free some space and try again.",
    "not_enough_memory": (
        "There isn't enough free memory to work out the key from the passphrase ({needed_bytes}). "
        "Close other programs and try again."
    ),
    "migration_unsure": (
        "An update of this profile was cut off and it can't be told how far it got, so it was left as it is. "
        "The state before it is kept in {name}."
    ),
    "storage_failed": "The disk didn't keep {name} as it was written ({reason}). Check the disk; nothing older was replaced.",
    "profile_in_use": "This profile is open in another Hearth. Close that one, or use another --profile.",
    "text_too_long": "The text has more than {limit} characters, which is more than can be masked at once. Split it into parts.",
    "batch_unreadable": "The file {path} can't be read ({reason}). Give a text file with one JSON object a line.",
    "unknown_kind": "There is no such kind. The kinds are: {known}.",
    "no_such_folder": "There is no folder {folder}. Check the name that was given.",
    "profile_missing": "There is no profile in the folder {name}. Check the name given with --profile.",
    "profile_exists": "There is a profile in the folder {name} already. Open that one, or choose another folder.",
    "profile_read_only": "Hearth can't write to {name}: the disk or folder is read-only. Allow writing, or use another --profile.",
    "profile_denied": "Hearth may not open {name}: it belongs to somebody else or its permissions forbid it. Mend them.",
    "profile_not_a_folder": "{name} isn't a folder, so a profile can't be there. Choose a folder with --profile.",
    "profile_folder_shared": (
        "Other people on this computer can read the folder {name}, and it can't be closed to them. "
        "Choose a folder of your own with --profile."
    ),
    "profile_folder_in_use": (
        "The folder {name} holds other things, and others may look into it, so no profile is made among them. Choose a "
        "new or empty folder with --profile."
    ),
    "profile_no_locks": (
        "The folder lies on a disk where programs can't lock files, so two Hearths could damage it. "
        "Choose a folder on this computer with --profile."
    ),
    "path_too_long": "The path of the profile is too long for this system. Choose a shorter one with --profile.",
    "home_unset": "The variable {variable} names no folder, so Hearth doesn't know where to keep things. Use --profile.",
    "slot_is_both": (
        "This profile needs passphrase and keyring together, and this would undo that. Turn that off first."
    ),
    "last_slot": "This is the only way to open the profile, so it stays. Set up another way first.",
    "folder_name_empty": "A folder needs a name. Type one, and try again.",
    "conversation_missing": "This conversation is no longer there; it may have been deleted. Choose another one.",
    "message_missing": "This message is no longer there; its conversation may have been deleted. Choose another one.",
    "setting_too_large": "The text is longer than {limit_chars} characters and can't be kept. Shorten it.",
}

MODELS = {
    "catalogue_damaged": "Hearth's own list of models ({file}) can't be read. Install Hearth again; models you have still work.",
    "download_choose": "{repository} holds several models, and it isn't clear which is meant. Name one of its files: {names}.",
    "download_damaged": "What was kept of the download of {name} can't be used any more. Cancel it and begin again.",
    "download_no_space": "{name} needs {need_bytes} more and the disk has {free_bytes} free. Free some space and go on; what has come so far is kept.",
    "download_nothing": "{repository} holds no such model file. Check the name; only GGUF files, and folders of sentence-transformers in the list that comes along, can be fetched.",
    "download_sum_wrong": "What came of {name} isn't the file that was announced (its SHA-256 is another one), so it was deleted. Download it again; if it happens again, choose another repository.",
    "memory_unknown": "This system doesn't tell how much memory it has, so no model can be recommended. 'hearth models info FILE' says what one needs.",
    "model_missing": "There is no file {subject}. Check its name, or whether its disk is connected.",
    "model_link_broken": "{file} is a link, and the file it leads to is gone. Put that file back, or remove the link.",
    "model_is_folder": "{file} is a folder. Choose the GGUF file in it.",
    "model_not_regular_file": "{file} isn't an ordinary file ({kind}), so it can't be a model. Choose a GGUF file.",
    "model_unreadable": "{subject} can't be read ({reason}). Check its permissions and its disk.",
    "model_empty": "{file} is empty. Its download may not have begun; get the file anew.",
    "model_changed": "{subject} changed while it was being read. Wait until it is complete and try again.",
    "not_a_model": "{file} isn't a model file that Hearth knows. Choose a GGUF file.",
    "looks_like_html": "{file} is a web page, not a model: the download link led to a page. Get the GGUF file itself.",
    "looks_like_zip": "{file} is a zip archive. Unpack it and choose the GGUF file inside.",
    "looks_like_archive": "{file} is a packed archive ({kind}). Unpack it and choose the GGUF file inside.",
    "looks_like_safetensors": "{file} holds a model in another format (safetensors). Get the same model as GGUF.",
    "looks_like_old_ggml": "{file} is in an old format ({kind}) that is no longer used. Get the same model as GGUF.",
    "looks_like_pytorch": "{file} holds a model in another format (PyTorch). Get the same model as GGUF.",
    "looks_like_lfs_pointer": "{file} only names a large file and isn't the model itself. Download the file it names.",
    "looks_like_document": "{file} is a document ({kind}), not a model. Choose a file whose name ends in .gguf.",
    "looks_like_text": "{file} is a text file, not a model. Choose a GGUF file.",
    "model_version_unsupported": (
        "{file} uses GGUF version {version}, which this Hearth can't read. Get a newer file of the same model, "
        "or update Hearth."
    ),
    "model_big_endian": "{file} was made for another kind of processor (big-endian). Get the ordinary file.",
    "model_unknown_tensor_type": (
        "{file} uses a quantisation that this Hearth doesn't know (type {type}). Choose another one, such as Q4_K_M."
    ),
    "model_template_too_long": (
        "The chat template in {file} has {have_bytes}, and more than {limit_bytes} isn't trusted. "
        "Get the model from its maker."
    ),
    "model_cut_short": (
        "{file} is cut short: it has {have_bytes} and needs at least {need_bytes}. The download wasn't finished; "
        "get the file anew."
    ),
    "model_damaged": "{file} contradicts itself ({reason}), so it wasn't opened. Get the file anew from its maker.",
    "model_no_chat": "{subject} can't chat: it is another kind of model file. Choose a chat model.",
    "adapter_is_none": "{file} is no adapter. Choose a LoRA that was converted to GGUF.",
    "adapter_for_another": (
        "{file} was made for models of the kind {made_for}, and {name} is one of the kind {architecture}. Choose the model "
        "that it was made for."
    ),
    "adapter_not_loadable": "{file} doesn't fit {name}: it was made for another model, or is damaged. Choose the model it was made for.",
    "adapter_strength": "The strength of an adapter is a number from -{limit} to {limit}, such as style.gguf:0.5.",
    "adapters_too_many": "More than {limit} adapters can't be used at once. Leave some out.",
    "model_sees_nothing": (
        "{name} can't see pictures: no projector (a file with mmproj in its name) lies beside it. Put its own there, or "
        "ask a model that sees."
    ),
    "projector_is_none": "{file} doesn't let a model see pictures. Choose the file with mmproj in its name.",
    "projector_not_loadable": (
        "{name} can't see pictures: its projector {file} is damaged or belongs to another model. Fetch it anew from where "
        "the model came from."
    ),
    "model_forbidden": (
        "The administrator of this computer lets only the models of certain folders be used, and {name} isn't one of them "
        "({path}). 'hearth models find' shows those that are there."
    ),
    "downloads_forbidden": (
        "The administrator of this computer lets only the models of certain folders be used ({path}), so none is fetched. "
        "'hearth models find' shows those that are there."
    ),
    "model_part_missing": "{file} is split into {parts} parts and part {part} isn't there. Put all parts in one folder.",
    "model_part_name": "{file} is a part of a split model ({parts} parts) under another name. Give it its own name back.",
    "model_split_copy": "{file} is split into {parts} parts, which can be linked but not copied. Add it without --copy.",
    "model_unknown": "No model {name} is on the shelf, and there is no such file. 'hearth models list' shows what is there.",
    "model_name_ambiguous": "{name} could be any of {count} models: {names}. Type more of its name.",
    "model_not_on_shelf": "No model {name} is on the shelf. 'hearth models list' shows what is there.",
    "no_disk_space": "{file} needs {need_bytes} and the disk has {free_bytes} free. Free some space, or link instead of copying.",
    "model_too_big_for_disk": "The disk of the profile can't hold a single file of {need_bytes}. Add {file} as a link.",
    "shelf_unwritable": "The folder for models can't be written ({reason}). Allow writing to {folder}.",
    "shelf_unreadable": "The folder for models can't be read ({reason}). Check its permissions.",
    "shelf_pointer_damaged": "{file} should name a model's place and names none. Remove it and add the model again.",
    "model_already_loaded": "Another model is in memory already. Choose {name} once more.",
    "model_not_loaded": "No model is in memory, so nothing can be answered. Choose one and ask again.",
    "model_not_loadable": (
        "{name} can't be loaded: {reason}. The file may need a newer Hearth, or be damaged; choose another model."
    ),
    "model_too_large_for_memory": (
        "{name} needs about {needed_bytes} of memory and {available_bytes} is free. Close other programs, "
        "or choose a smaller model or quantisation."
    ),
    "model_memory_refused": (
        "{name} couldn't be loaded: the system refused it memory, also with the smallest context and on the processor "
        "alone. Close other programs, or choose a smaller model or quantisation."
    ),
    "device_not_found": (
        "{name} was to run on {device}, and there is no graphics processor of that name here. 'hearth doctor' names those "
        "that are here."
    ),
    "model_option_unknown": "A model has no option of its own called “{option}”. It can have: {options}.",
    "model_option_value": "{option} can't be {given}. It can be: {allowed}.",
    "load_option_out_of_range": "{option} can't be {given}. 'hearth ask --help' says what it can be.",
    "kv_type_needs_flash": (
        "{given} for what was read needs flash attention, which you switched off. Leave one of the two options out."
    ),
    "nothing_to_measure": "{name} ended its answer at once, so its speed couldn't be measured. Try another model.",
    "no_model": "No model is here yet. Choose a GGUF file in the window, or run: hearth models add FILE.gguf",
    "model_set_aside": (
        "{name} has ended its process twice while loading, so Hearth set it aside. Choose it once more to try again, "
        "or get the file anew: it may be damaged."
    ),
    "model_crashed_loading": (
        "{name} ended its process while loading. The window and your conversations are fine. "
        "The file may be damaged; get it anew or choose another model."
    ),
    "model_not_begun": (
        "{name} couldn't be loaded: its process ended before it opened the file. Most often too little memory is free: "
        "close other programs and try again. 'hearth --smoke-test' says whether the installation is whole."
    ),
    "model_unloaded": "The model was put aside before it could answer. Ask again.",
}

ANSWERING = {
    "answer_not_computed": "The model's computation broke off. What was written is kept. Ask again, or load the model anew.",
    "prompt_not_read": "The model couldn't read the conversation. Ask again, or load the model anew.",
    "pictures_stay_here": (
        "Pictures stay on this computer, and this question would go to a server. Take the pictures away to send the words, "
        "or keep the conversation on this computer."
    ),
    "picture_damaged": "The picture is damaged, so the model wasn't shown it. Choose another, or save it anew.",
    "picture_not_seen": "The model couldn't look at this picture. Make it smaller, or show it to another model.",
    "picture_being_read": "A picture is still being read. Send the question again in a moment, and it goes with it.",
    "picture_unknown": "The model no longer has a picture of this conversation. Ask again to show it once more.",
    "image_not_sent": (
        "Pictures stay on this computer: --image can't go to a server. Leave out --provider, or leave out the picture."
    ),
    "picture_file_missing": "Name the picture's file behind /image, such as /image cat.png.",
    "pictures_too_many": "More than {limit} pictures can't be shown with one question. Ask about fewer at a time.",
    "no_messages": "There is nothing the model could answer. Type a question.",
    "prompt_too_long": (
        "The question alone takes {prompt_tokens} tokens, and {room_tokens} of the model's {context_tokens} are free "
        "for it. Shorten it or split it."
    ),
    "schema_not_supported": "The form that was asked of the answer can't be enforced by this model. Use a simpler schema.",
    "template_failed": (
        "The model's chat template can't be used: {reason}. The file may be damaged or hostile; "
        "get it from its maker or choose another model."
    ),
    "template_too_slow": (
        "The model's chat template ran longer than {limit_s} seconds and was stopped. "
        "Get the model from its maker or choose another."
    ),
    "answer_under_way": "An answer is still being written. Wait for it or stop it, then ask again.",
    "empty_question": "There is no question to ask. Type one.",
    "comparison_unknown": "That comparison isn't here any more: it was deleted. Choose another one.",
    "comparison_not_to_be_judged": (
        "There is nothing to vote on: a vote is already there, or one of the two answers is missing. Compare once more."
    ),
    "comparison_cut_off": "Hearth ended before this answer was there. Nothing was sent again; compare once more.",
    "comparison_no_words": "It ended without a word, or was stopped before the first one. Compare once more.",
    "nothing_to_answer": "There is no question before this message, so there is nothing to answer again.",
    "worker_crashed": (
        "The process that runs the model ended unexpectedly. What was written is kept. Ask again: it starts afresh."
    ),
    "text_unfit": (
        "It holds bytes that are no text, so it can't be read or searched for. Type it anew, or choose another name."
    ),
    "worker_crashes_too_often": (
        "The process that runs {name} has ended several times within five minutes, so Hearth stopped starting it. "
        "Choose another model, or try again later."
    ),
    "worker_not_started": "The process that runs the model couldn't be started: the system is out of memory or processes.",
    "smoke_test_failed": (
        "Hearth's smoke test got as far as its part '{part}' and no further, so don't rely on this installation. "
        "Install Hearth again, and start it with --smoke-test once more."
    ),
    "devices_not_listed": (
        "What the graphics processors here offer couldn't be found out: a driver didn't answer or broke down. Models run "
        "on the processor meanwhile. Bring the driver up to date, then look again."
    ),
    "worker_bug": "Hearth made a mistake of its own while answering. Nothing that was saved is lost. Ask again.",
}

# Shown beside the file's name.
DOCUMENTS = {
    "document_changed": "It changed while it was being read. Wait until it is complete, then read it again.",
    "document_crashed_reader": (
        "It is damaged so badly that the process reading it ended. Nothing else is affected; open it in its own program "
        "and save it anew."
    ),
    "document_damaged": "It is damaged or cut short, so no text could be taken from it. Get or save it anew.",
    "document_empty": "The file is empty (0 bytes). Its download or its saving may not have been finished; get it anew.",
    "document_inflates": (
        "It is small but unpacks to more than {limit_bytes}, as a trap for programs would. It wasn't unpacked; "
        "don't trust where it came from."
    ),
    "document_kind_not_read": "It is {kind}, which Hearth doesn't read. Save what is in it as PDF or text, if you want to find it.",
    "document_kind_unknown": "It isn't a kind of document that Hearth can read. Save it as PDF or as text, if its program can.",
    "document_link_broken": "It is a link, and the file it leads to is gone. Put that file back, or remove the link.",
    "document_locked": "It is protected by a password. Give the password, or save a copy without one.",
    "document_locked_office": "It is protected by a password in a way that Hearth can't unlock. Save a copy without one.",
    "document_missing": "There is no file with this name any more, or never was. Check the name and the folder.",
    "document_newer": "It was written by a newer Hearth, so nothing was taken in. Update Hearth, then import it again.",
    "document_no_page": "It has {pages} pages, and page {number} was asked for. It may have been changed since; read it again.",
    "document_no_pages_to_draw": "Only pages of PDF files and pictures can be drawn. Read its text, or open it in its own program.",
    "document_no_conversations": (
        "It holds no conversations that Hearth knows how to take in. Choose an export of ChatGPT, Open WebUI or Hearth, "
        "or a chat of GPT4All, Jan or LM Studio."
    ),
    "document_no_words": "There are no words in it, at most pictures, so there is nothing that could be found. Nothing needs to be done.",
    "document_not_allowed": "This computer doesn't let you read it. Change its permissions, or ask its owner.",
    "document_not_regular_file": "It isn't an ordinary file but {kind}, so there is no text to read. Choose a document.",
    "document_password_wrong": "It is protected by a password, and none of those given opens it. Check the spelling.",
    "document_no_picture": "It isn't a picture that Hearth can look at. Save it as PNG or JPEG.",
    "document_picture": (
        "It is a picture, so it has no words as text. If there are words to be seen in it, have it read with OCR."
    ),
    "document_picture_form": (
        "It is a picture in a form that Hearth can't look at. Save it as PNG or JPEG, or put it into a PDF file."
    ),
    "document_pictures_only": (
        "There are no words in it ({pages} pages without any): they are pictures, probably scanned, or blank. "
        "Have it read with OCR to find what is to be seen on them."
    ),
    "document_rights_managed": "Its seller has locked it (DRM), so only their own program can show it. Hearth can't read it.",
    "document_too_big_file": (
        "It has {have_bytes}, and Hearth reads documents up to {limit_bytes}. Split it, or take out its pictures."
    ),
    "document_too_much_memory": "Reading it would take more memory than is safe. Split it into smaller files.",
    "document_too_much_text": "It holds more text than one document can sensibly have. Split it into smaller files.",
    "document_too_slow": "Reading it took too long and was stopped. It may be damaged; save it anew or split it.",
    "document_unreadable": "It can't be read ({reason}). Check its disk and its permissions.",
    "parser_not_started": (
        "The process that reads documents couldn't be started or ended at once. The system may be out of memory; "
        "close other programs and try again."
    ),
}

LIBRARY = {
    "embedder_missing": (
        "There is no embedder in {file}, so files can be searched by their words only. Set Hearth up again, or choose "
        "the folder of another embedder."
    ),
    "embedder_unfit": (
        "The embedder {file} can't be used ({reason}), so files can be searched by their words only. Choose another, "
        "or leave the choice to Hearth."
    ),
    "ranker_unfit": (
        "There is no cross-encoder in {file} that can be used ({reason}). Choose the folder of one that was made with "
        "sentence-transformers and lies in safetensors files."
    ),
    "library_crashed": (
        "The process that reads and searches your files ended unexpectedly. What was read is kept, and it goes on by "
        "itself. Try again."
    ),
    "library_crashes_too_often": (
        "The process that reads and searches your files has ended several times within five minutes, so Hearth stopped "
        "starting it. Start Hearth again; if it happens again, take out the folder that was added last."
    ),
    "library_file_unknown": "{file} is in none of your libraries, so it can't be read again. Add it or its folder first.",
    "attachment_is_folder": (
        "{file} is a folder. Single files can be added to a conversation; add folders on the Library page."
    ),
    "attachments_not_in_temporary": (
        "Files can't be added to a temporary conversation: what is read of them is kept (encrypted) on the disk, and "
        "a temporary conversation leaves nothing there. Begin an ordinary one for them."
    ),
    "attachments_too_many": (
        "A conversation takes {limit} files at most. Make a library of them on the Library page instead."
    ),
    "preset_field_type": "The preset's “{field}” isn't of the kind that belongs there, so nothing was taken in.",
    "preset_field_unknown": (
        "The file has a field “{field}” that Hearth doesn't know, so nothing was taken in. It may be misspelled, or "
        "from another program."
    ),
    "preset_file_large": (
        "The file is larger than {limit_bytes}, too large for presets. Check that it is the right one."
    ),
    "preset_file_newer": (
        "The file was written by a newer Hearth (format {found}; this one knows {known}). Update Hearth to take it in."
    ),
    "preset_file_no_json": "The file can't be read as presets: it isn't whole JSON. Have it exported again.",
    "preset_file_other": "The file isn't one of Hearth's presets, so nothing was taken in. Choose another.",
    "preset_file_unreadable": "{file} can't be read ({reason}). Check its name and permissions.",
    "preset_file_unwritable": "{file} can't be written ({reason}). Choose another place.",
    "preset_gone": "This preset isn't there any more. Choose another one.",
    "preset_name_empty": "A preset needs a name. Type the one you want to see in the list.",
    "preset_text_long": "The preset's “{field}” is empty or longer than {limit_chars} characters. Shorten it.",
    "preset_too_many": "There are more than {limit} entries in “{field}”. Take some out.",
    "preset_value_range": "The preset's “{field}” has to be between {low} and {high}.",
    "saved_prompt_empty": "There is no text to save. Write the prompt first.",
    "saved_prompt_long": "A saved prompt takes {limit_chars} characters at most. Shorten it.",
    "saved_prompt_name_empty": "A saved prompt needs a name: what you will type behind the slash.",
    "saved_prompt_name_long": "A saved prompt's name takes {limit_chars} characters at most. Shorten it.",
    "saved_prompt_name_taken": "There is already a saved prompt /{name}. Choose another name.",
    "library_entry_special": (
        "It is a pipe, a socket or a device and no ordinary file, so it isn't read. Take it out of the folder, or leave "
        "its name out in the library's settings."
    ),
    "library_folder_closed": (
        "This folder can't be looked into ({reason}), so what lies in it isn't read. Check its permissions, then try again."
    ),
    "library_folder_missing": (
        "It can't be found; perhaps its disk isn't connected. What was read of it is kept and still found. "
        "Connect the disk, or take it out of the library."
    ),
    "library_link_broken": (
        "It is a link, and what it leads to is gone, so nothing is read there. Put that back, or remove the link."
    ),
    "library_link_outward": (
        "It is a link that leads out of the library's folder, so it isn't followed. To have it read, add the place it "
        "leads to."
    ),
    "library_name_unfit": "A library needs a name of at most {limit_chars} characters. Choose another.",
    "library_none": "There is no library yet, so there is nothing to search. Make one: hearth library add NAME FOLDER.",
    "library_not_open": "The libraries couldn't be opened, so this couldn't be done. Start Hearth again.",
    "library_page_unknown": (
        "Page {number} of {file} isn't in your libraries: the file was changed, moved or taken out. Search again."
    ),
    "library_path_missing": "{file} can't be added ({reason}). Check its name and whether its disk is connected.",
    "library_path_unfit": (
        "{file} can't be added: it is neither a folder nor an ordinary file. Choose a folder or a file."
    ),
    "library_folder_forbidden": (
        "The administrator of this computer lets only certain folders be added to a library, and {name} isn't one of them "
        "({path}). Choose a folder that is listed there."
    ),
    "library_unknown": "There is no library named “{name}”. 'hearth library list' shows those there are.",
    "search_batch_line": "Line {number} of the batch is no JSON object with a query. Write one {{id, query}} a line.",
    "search_batch_unreadable": "The batch {file} can't be read ({reason}). Check its name and permissions.",
    "search_day_unfit": "“{given}” is no day. Write year, month and day: 2026-11-29.",
    "search_days_turned": (
        "The last day ({last}) lies before the first ({first}), so no file can have a date between them. "
        "Exchange them, or leave one out."
    ),
    "search_empty": "There is nothing to search for. Type at least one word.",
    "search_k_out_of_range": "-k must lie between 1 and {limit}. Choose another number of passages.",
    "search_query_or_batch": "Give either words to search for or a file with --batch, not both and not neither.",
}

COMMANDS = {
    "cannot_write": "{path} can't be written ({reason}). Choose another place.",
    "max_tokens_out_of_range": "--max-tokens must lie between 0 (no limit) and {limit}; {given} was given.",
    "no_such_conversation": "There is no conversation with the id or title “{name}”. 'hearth export' prints all of them.",
    "seed_out_of_range": "--seed must lie between -1 (a fresh one each time) and {limit}; {given} was given.",
    "system_refused": (
        "The system refused to read or write something ({reason}), so the command couldn't be finished. Nothing that was "
        "saved before is lost. Where the disk is full, make room and run it again."
    ),
    "temperature_out_of_range": "--temperature must lie between 0 and 5; {given} was given.",
}

SENTENCES: dict[str, str] = {
    **VAULT,
    **MODELS,
    **ANSWERING,
    **DOCUMENTS,
    **LIBRARY,
    **COMMANDS,
    **CLOUD,
    **MOVING,
}
