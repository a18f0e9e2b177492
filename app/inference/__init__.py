"""The inference worker: llama.cpp with one model in a process of its own, without network and home folder.

    worker          frames in, frames out
    engine          the Protocol between worker and engine, and its values
    chat_engine     loads a model and puts the rest together
    answering       reads a prompt, writes an answer: the token loop
    llama_library   the one door to llama.cpp, its back ends and devices
    llama_engine    a model, a context and samplers on it
    llama_sight     what lets a model see; pictures_at_hand: the pictures that turns may name
    backend_files   whether this build could use a graphics processor, before anything is loaded
    fitted_loading  a load as far as it fits, stepping down
    model_loading   memory, threads, why a model was refused
    chat_template   a model's own template, rendered under template_limits
    prompt_text     turns -> text; prompt_tokens: text -> tokens; prompt_fitting: what is left out
    cached_conversation   what the KV cache holds
    text_stream     bytes of tokens -> pieces of text

Codes that end a job, with their parameters:

    ModelError
        model_missing               name
        model_unreadable            name, reason: refused, no_file (a folder, device or pipe)
        model_not_loadable          name, reason: empty, not_gguf, cut_short, architecture, tokenizer,
                                    version, damaged, split, unknown
        model_too_large_for_memory  name, needed_bytes, available_bytes: nothing was loaded
        model_memory_refused        name: llama.cpp couldn't allocate, whatever was stepped down
        device_not_found            name, device
        model_no_chat               name: an embedder, or a vocabulary alone
        model_changed               name: the file was replaced while it was being read
        model_already_loaded        name
        adapter_not_loadable        name, file: damaged, or another model's
        model_not_loaded            -
        model_sees_nothing          name: it has no projector
        projector_not_loadable      name, file: damaged, or another model's
    GenerationError
        no_messages                 -
        prompt_too_long             prompt_tokens, context_tokens, room_tokens (context without the reserve)
        template_failed             reason: syntax, source_too_long, forbidden, memory, output_too_long,
                                    refused (it takes no such conversation), drops_text, broken
        template_too_slow           limit_s
        schema_not_supported        -
        picture_damaged             -: its bytes don't fit its size
        picture_not_seen            -: the projector can't look at it
        picture_unknown             -: a turn names one that wasn't shown
        prompt_not_read             -: llama.cpp failed while reading
        answer_not_computed         -: llama.cpp failed while writing
    Cancelled                       before anything of the answer or the model was there
"""
