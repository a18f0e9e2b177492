"""Model files on this computer: reading GGUF headers, the shelf of models, the catalogue, and what is half loaded.

Runs in the window or command line process. Every failure is a `ModelError`; its codes and parameters
(`file` is always a safe name for a sentence, sizes are bytes):

The file
    model_missing(file)                         there is no such file
    model_link_broken(file[, reason])           a link whose file is gone, or that leads in a circle
    model_is_folder(file)
    model_not_regular_file(file, kind)          kind: fifo, socket, device, special
    model_unreadable(file, reason)              reason: the system's name of it, such as eacces or eio
    model_empty(file)
    model_changed(file)                         it changed while it was read or copied

Not a GGUF file
    not_a_model(file, kind)                     kind: unknown
    looks_like_html, looks_like_zip, looks_like_archive, looks_like_safetensors, looks_like_old_ggml,
    looks_like_pytorch, looks_like_lfs_pointer, looks_like_document, looks_like_text (file, kind)
                                                kind: html, zip, gzip, xz, bzip2, zstd, 7z, rar, safetensors,
                                                ggml, ggmf, ggjt, ggla, pickle, git-lfs, pdf, text

A GGUF file that can't be used
    model_version_unsupported(file, version)    1, or newer than this program knows
    model_big_endian(file)
    model_unknown_tensor_type(file, type)       a newer or a retired quantisation
    model_template_too_long(file, have_bytes, limit_bytes)
    model_cut_short(file, have_bytes, need_bytes)   half a download; need_bytes is the least it must have
    model_damaged(file, reason, offset)         the file contradicts itself. reason: version, too_many_keys,
                                                too_many_tensors, key_length, duplicate_key, alignment,
                                                value_kind, nested_array, too_many_strings, too_many_items,
                                                too_much_text, length_past_end, tensor_name_length,
                                                duplicate_tensor, tensor_dimensions, tensor_shape,
                                                tensor_too_large, tensor_misaligned, tensors_overlap,
                                                tensor_gap, no_architecture, split_number
    model_no_chat(name, kind)                   kind: vocabulary, embedder, projector, adapter, imatrix
    model_part_missing(file, part, parts)       a split model of which a part isn't there
    model_part_name(file, parts)                a part that was renamed: the loader finds it by its name
    model_split_copy(file, parts)               split models can be linked, not copied

A download
    download_no_space(name, need_bytes, free_bytes)
    download_sum_wrong(name)                    what came isn't the file that was announced; it was deleted
    download_choose(repository, names)          several files could be meant
    download_nothing(repository)                no model file is there, or not the one that was named
    download_damaged(name)                      what was kept of it can't be read any more

The shelf
    model_unknown(name)                         neither on the shelf nor a path
    model_name_ambiguous(name, count, names)    names: the first few, separated by ", "
    model_not_on_shelf(name)                    remove takes exact shelf names only
    no_disk_space(file, need_bytes, free_bytes)
    model_too_big_for_disk(file, need_bytes)    the file system takes no file of this size
    shelf_unwritable(folder, reason)
    shelf_unreadable(reason)
    shelf_pointer_damaged(file)                 a .link file that names no file
"""
