"""The command line from outside: every command, its fields, its exit codes and its sentences."""

import json
import os
import shutil
import signal
import stat
import subprocess
from pathlib import Path

import pytest

from app.vault.lock_file import ProfileLock
from tests.cli.command_here import run_here
from tests.end2end.program import (
    COPY_MODEL,
    PASSPHRASE,
    PATIENCE_S,
    RANDOM_MODEL,
    ROOT,
    TOWER_ANSWER,
    Home,
    Outcome,
    children,
    end,
    endless_answer,
    family,
    make_profile,
    put_on_shelf,
    role_of,
    runs,
    told_by_proc,
    wait_for,
)
from tests.models.random_model import RandomShape, write_random_model

QUESTION = """[1] The height of the lantern tower is 41 metres.
[2] The colour of the harbour gate is green.
[3] The height of the harbour gate is 7 metres.

What is the height of the lantern tower?"""


def test_ask_gives_the_value_with_its_number(home_with_model: Home) -> None:
    done = home_with_model.run("ask", "--json", "--temperature", "0", QUESTION)
    assert done.code == 0, done.err
    facts = done.json
    assert facts["answer"] == TOWER_ANSWER
    assert facts["model"] == "hearth-demo"
    assert facts["local"] is True
    assert facts["citations"] == []
    assert facts["dropped"] == 0
    assert set(facts["usage"]) == {
        "prompt_tokens",
        "cached_tokens",
        "completion_tokens",
        "first_token_s",
        "tokens_per_s",
    }
    assert facts["usage"]["completion_tokens"] > 5


def test_ask_without_json_prints_the_answer_and_nothing_else_and_keeps_nothing(home_with_model: Home) -> None:
    done = home_with_model.run("ask", "--temperature", "0", "-", stdin=QUESTION)
    assert (done.code, done.out) == (0, f"{TOWER_ANSWER}\n"), done.err
    assert done.err == ""
    passages, _, _ = QUESTION.rpartition("\n")
    asked = f"{passages}\nWhat is the colour of the old mill?"
    assert home_with_model.run("ask", "--temperature", "0", asked).out == "None of the passages tells.\n"
    exported = run_here(home_with_model, "export", "--format", "json")
    assert json.loads(exported.out)["conversations"] == []


def test_the_same_seed_gives_the_same_answer(home_with_random_model: Home) -> None:
    answers = [
        home_with_random_model.run("ask", "--json", "--seed", seed, "--max-tokens", "24", "hi").json["answer"]
        for seed in ("7", "7", "8")
    ]
    assert answers[0] == answers[1]
    assert answers[0] != answers[2]


def test_a_model_file_can_be_used_where_it_lies(home: Home) -> None:
    make_profile(home)
    done = home.run("ask", "--model", str(COPY_MODEL), "--temperature", "0", QUESTION)
    assert done.out.startswith("The height"), done.err


def test_a_model_in_four_bits_answers_and_ggml_says_nothing(home: Home) -> None:
    make_profile(home)
    # Four bits are what people use, and take ways through llama.cpp that 16 bits don't.
    shape = RandomShape(
        512, 1, 256, heads=4, kv_heads=2, hidden=512, context_tokens=1024, quantisation="Q4_K_M"
    )
    write_random_model(home.folder / "four.gguf", shape)
    done = home.run("ask", "--model", str(home.folder / "four.gguf"), "--max-tokens", "4", "hello")
    assert done.code == 0, done.err
    assert done.err == "The answer was cut at the length you asked for.\n"


def test_chat_is_kept_and_exported(home_with_model: Home) -> None:
    follow_up = "What is the colour of the harbour gate?"
    lines = " ".join(QUESTION.split("\n")) + "\n" + follow_up + "\n/quit\nnever sent\n"
    talk = home_with_model.run("chat", "--json", stdin=lines)
    assert talk.code == 0, talk.err
    answers = [json.loads(line) for line in talk.out.splitlines()]
    assert len(answers) == 2
    assert answers[0]["conversation"] == answers[1]["conversation"]
    exported = json.loads(home_with_model.run("export", "--format", "json").out)
    (conversation,) = exported["conversations"]
    assert [message["role"] for message in conversation["messages"]] == ["user", "assistant"] * 2
    assert conversation["messages"][1]["text"] == answers[0]["answer"]
    assert conversation["messages"][3]["parent"] == conversation["messages"][2]["id"]
    markdown = run_here(home_with_model, "export", "--conversation", conversation["id"])
    assert follow_up in markdown.out
    assert answers[1]["answer"] in markdown.out


def test_a_question_from_a_pipe_that_got_no_answer_is_a_failure(home_with_model: Home) -> None:
    talk = home_with_model.run("chat", "--json", stdin="word " * 20_000 + f"\n{QUESTION.splitlines()[-1]}\n")
    assert talk.code == 1, talk.err
    assert len(talk.out.splitlines()) == 2  # the other one was still asked
    assert talk.err.strip()


def test_export_to_files_is_for_the_owner_only(home_with_model: Home) -> None:
    home_with_model.run("chat", stdin="first talk\n")
    home_with_model.run("chat", stdin="second: talk/../x\n")
    folder = home_with_model.folder / "taken away"
    folder.mkdir()
    done = home_with_model.run("export", "--output", str(folder))
    assert done.code == 0, done.err
    assert "not encrypted" in done.err
    files = sorted(folder.iterdir())
    assert len(files) == 2
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in files)
    assert run_here(home_with_model, "export", "--conversation", "no such").code == 2


def test_models_add_links_and_never_moves(home: Home) -> None:
    own = home.folder / "my model.gguf"
    own.write_bytes(COPY_MODEL.read_bytes())
    added = run_here(home, "models", "add", "--json", str(own))
    assert added.json["link"] is True
    assert own.exists()
    again = run_here(home, "models", "add", "--json", str(own))
    assert again.json["id"] == added.json["id"]
    listed = [json.loads(line) for line in run_here(home, "models", "list", "--json").out.splitlines()]
    assert [(row["id"], row["state"]) for row in listed] == [(added.json["id"], "ok")]
    removed = home.run("models", "remove", added.json["id"])
    assert removed.code == 0, removed.err
    assert own.exists()
    assert run_here(home, "models", "list", "--json").out == ""


def test_models_add_copy_survives_the_original(home: Home) -> None:
    make_profile(home)
    own = home.folder / "lent.gguf"
    own.write_bytes(COPY_MODEL.read_bytes())
    assert run_here(home, "models", "add", "--copy", str(own)).code == 0
    own.unlink()
    assert home.run("ask", "--temperature", "0", QUESTION).out.startswith("The height")


def test_models_find_takes_what_another_program_keeps(home: Home) -> None:
    kept = home.folder / ".lmstudio" / "models" / "someone" / "tiny-GGUF" / "tiny-Q8_0.gguf"
    kept.parent.mkdir(parents=True)
    shutil.copyfile(RANDOM_MODEL, kept)
    found = home.run("models", "find", "--json").json
    assert (found["program"], found["name"], found["path"]) == ("LM Studio", "tiny-Q8_0", str(kept))
    assert found["on_shelf"] is False
    assert home.run("models", "find", "--add").code == 0
    assert run_here(home, "models", "find", "--json").json["on_shelf"] is True
    assert run_here(home, "models", "list", "--json").json["link"] is True
    nothing = run_here(home, "models", "find", str(home.folder / "tmp"))
    assert (nothing.code, nothing.out) == (0, "")
    assert "No model was found" in nothing.err
    assert "no folder" in run_here(home, "models", "find", str(home.folder / "nowhere")).err


def test_models_info_reads_the_header(home: Home) -> None:
    facts = home.run("models", "info", "--json", str(COPY_MODEL)).json
    assert facts["architecture"] == "llama"
    assert facts["size_bytes"] == COPY_MODEL.stat().st_size
    assert facts["context_tokens"] >= 2048
    assert "licence" in facts
    assert facts["fits"] is True
    assert facts["size_bytes"] < facts["memory_bytes"] < facts["available_bytes"]
    assert facts["longest_context_tokens"] == facts["context_tokens"]
    assert "memory bytes" in run_here(home, "models", "info", str(COPY_MODEL)).out


def test_how_a_model_is_loaded_can_be_told(home: Home) -> None:
    make_profile(home)
    options = (
        "--context",
        "512",
        "--kv-type",
        "q8_0",
        "--gpu-layers",
        "0",
        "--micro-batch",
        "32",
        "--threads",
        "1",
    )
    done = home.run("ask", "--json", *options, "--max-tokens", "3", "--model", str(COPY_MODEL), "hello")
    assert done.code == 0, done.err
    nowhere = home.run("ask", "--device", "Vulkan9", "--model", str(COPY_MODEL), "hello")
    assert nowhere.code == 1
    assert "Vulkan9" in nowhere.err


def test_bench_measures_and_info_tells_it_from_then_on(home: Home) -> None:
    make_profile(home)
    before = run_here(home, "models", "info", "--json", str(RANDOM_MODEL)).json
    assert before["speed_is"] == "about" and before["tokens_per_s"] > 0
    put_on_shelf(home, RANDOM_MODEL)
    done = home.run("models", "bench", "--json")
    assert done.code == 0, done.err
    assert done.json["tokens_per_s"] > 0 and done.json["reading_tokens_per_s"] > 0
    assert done.json["predicted_tokens_per_s"] > 0 and done.json["gpu_layers"] == 0
    after = run_here(home, "models", "info", "--json", str(RANDOM_MODEL)).json
    assert after["speed_is"] == "measured"
    assert after["tokens_per_s"] == pytest.approx(
        done.json["tokens_per_s"], abs=0.06
    )  # each is rounded by itself
    assert run_here(home, "models", "bench", "nothing-of-the-kind").code == 1
    assert len(run_here(home, "models", "list", "--json").out.splitlines()) == 1
    (home.profile / "models" / "measured.json").unlink()
    (home.profile / "models" / "measured.json").mkdir()
    unkept = home.run("models", "bench")
    assert unkept.code == 1
    assert "tokens/s" in unkept.out and "folder for models can't be written" in unkept.err


def test_doctor_opens_nothing_and_tells_the_seal(home: Home) -> None:
    done = home.run("doctor", "--json", profile=False)
    assert done.code == 0, done.err
    assert done.json["seal"] == "kernel"
    assert done.json["isolated_python"] is True
    assert 0 < done.json["memory_available_bytes"] <= done.json["memory_bytes"]
    assert done.json["processor"]
    assert not (home.folder / ".local").exists()
    assert [device["kind"] for device in done.json["devices"]].count("cpu") == 1
    out = home.run("doctor").out
    assert "Sealed" in out and "They run on" in out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["frobnicate"], 2, "frobnicate"),
        (["ask", "--model", "nope", "hello"], 1, "No model nope"),
    ],
)
def test_wrong_use_gets_one_sentence(home: Home, arguments: list[str], code: int, words: str) -> None:
    make_profile(home)
    done = home.run(*arguments)
    assert done.code == code
    assert done.out == ""
    assert words in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert "Traceback" not in done.err


def test_a_wrong_passphrase_is_refused_in_words(home: Home) -> None:
    make_profile(home)
    home.passphrase_file.write_text("not that one at all\n", encoding="utf-8")
    done = home.run("export")
    assert done.code == 1
    assert "isn't the passphrase" in done.err


def test_a_passphrase_may_be_any_text_and_line_end(home: Home) -> None:
    home.passphrase_file.write_bytes("\ufeffzwölf blaue Öfen\r\nsecond line\n".encode())
    assert home.run("export").code == 0
    home.passphrase_file.write_text("zwölf blaue Öfen", encoding="utf-8")
    assert home.run("export").code == 0


def test_a_profile_that_is_open_elsewhere_is_refused(home_with_model: Home) -> None:
    talking = home_with_model.start("chat")
    try:
        lock = ProfileLock(home_with_model.profile)
        wait_for(lambda: lock.holder() in children(talking.pid), "chat with the profile open")
        second = home_with_model.run("export")
        assert second.code == 1
        assert "open in another Hearth" in second.err
        assert talking.stdin is not None
        talking.stdin.close()
        talking.stdin = None
        assert talking.wait(PATIENCE_S) == 0
        assert home_with_model.run("export").code == 0
    finally:
        end(talking)


def test_ctrl_c_stops_an_endless_answer_and_keeps_it(home_with_endless_model: Home) -> None:
    with endless_answer(home_with_endless_model) as talking:
        os.killpg(talking.pid, signal.SIGINT)
        assert talking.stdin is not None
        talking.stdin.close()
        talking.stdin = None
        talking.communicate(timeout=PATIENCE_S)
    exported = json.loads(run_here(home_with_endless_model, "export", "--format", "json").out)
    answer = exported["conversations"][0]["messages"][1]
    assert answer["state"] == "stopped"
    assert answer["text"]


def test_no_process_is_left_behind(home_with_endless_model: Home) -> None:
    with endless_answer(home_with_endless_model) as talking:
        everyone = family(talking.pid)
        assert len(everyone) >= 3  # supervisor, command, inference
        os.kill(talking.pid, signal.SIGKILL)  # the supervisor, without warning
        wait_for(lambda: not [pid for pid in everyone if runs(pid)], "the end of all processes")


def test_no_worker_outlives_the_program(home_with_endless_model: Home) -> None:
    with endless_answer(home_with_endless_model) as talking:
        everyone = family(talking.pid)
        command = next(iter(children(talking.pid)))
        os.kill(command, signal.SIGKILL)  # its worker loses its parent
        assert talking.wait(PATIENCE_S) == 1
        assert [(pid, role_of(pid)) for pid in everyone if runs(pid)] == []


def test_planted_variables_and_files_change_nothing(home_with_model: Home) -> None:
    planted = home_with_model.folder / "planted"
    planted.mkdir()
    trap = "open(__file__ + '.ran', 'w').write('x')\n"
    for name in (
        "sitecustomize", "usercustomize", "json", "msgspec", "llama_cpp", "sqlcipher3", "cryptography",
    ):  # fmt: skip
        (planted / f"{name}.py").write_text(trap, encoding="utf-8")
    (planted / ".env").write_text("CHROMA_API_IMPL=x\n", encoding="utf-8")
    variables = {
        "PYTHONPATH": str(planted),
        "PYTHONSTARTUP": str(planted / "sitecustomize.py"),
        "PYTHONINSPECT": "1",
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "ALL_PROXY": "socks5://127.0.0.1:9",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "LD_PRELOAD": "/nowhere.so",
        "SSLKEYLOGFILE": str(planted / "keys"),
        "HF_HUB_OFFLINE": "0",
    }
    # `-I` is how the installed `hearth` starts its interpreter.
    hostile = Home(home_with_model.folder, variables, interpreter=("-I",))
    first = hostile.run("ask", "--temperature", "0", QUESTION, cwd=planted)
    assert first.out == f"{TOWER_ANSWER}\n", first.err
    assert list(planted.glob("*.ran")) == []
    assert not (planted / "keys").exists()


def test_a_planted_search_path_reaches_no_child(home_with_model: Home) -> None:
    planted = home_with_model.folder / "planted"
    planted.mkdir()
    for name in ("msgspec.py", "llama_cpp.py", "sqlcipher3.py", "cryptography.py"):
        (planted / name).write_text("open(__file__ + '.ran', 'w').write('x')\n", encoding="utf-8")
    # Without -I the outer interpreter still has the path; it replaces itself before it imports anything big.
    hostile = Home(home_with_model.folder, {"PYTHONPATH": str(planted)})
    assert hostile.run("ask", "--temperature", "0", QUESTION).code == 0
    assert list(planted.glob("*.ran")) == []


def test_the_passphrase_is_in_no_argument_of_any_process(home_with_endless_model: Home) -> None:
    with endless_answer(home_with_endless_model) as talking:
        for pid in family(talking.pid):
            assert PASSPHRASE.encode() not in told_by_proc(pid)


def test_control_characters_of_an_answer_never_reach_the_terminal(home_with_random_model: Home) -> None:
    done = home_with_random_model.run("ask", "--seed", "3", "--max-tokens", "400", "hello")
    assert len(done.out) > 100  # random weights speak every byte there is
    assert [
        character for character in done.out if not character.isprintable() and character not in "\n\t"
    ] == []


def test_the_demo_answers_on_a_throw_away_profile(home: Home) -> None:
    done = home.run("--demo", "ask", QUESTION, profile=False)
    assert done.out == f"{TOWER_ANSWER}\n", done.err
    assert "5 MB" in done.err
    left = {path.name for path in (home.folder / "tmp").iterdir()}
    assert left == set()
    assert not (home.folder / ".local").exists()


def test_without_a_screen_the_window_says_so_and_names_the_commands(home: Home) -> None:
    done = home.run(profile=False)
    assert done.code == 1
    assert "no screen here" in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_a_model_is_recommended_without_vault_or_network(tmp_path: Path) -> None:
    home = Home(tmp_path)
    told = home.run("models", "recommend", "--json").json  # its own process, which has no network
    assert told["computer"]["memory_bytes"] > 0
    assert not (home.profile / "vault.db").exists()
    # What is recommended may change between the two: how fast memory is read is measured each time.
    spoken = run_here(home, "models", "recommend")
    assert spoken.code == 0, spoken.err
    assert spoken.out.startswith("This computer: ")
    assert ("Recommended: " in spoken.out) is ("hearth models download " in spoken.out)
    best = told["recommended"]
    if best is not None:
        assert best["licence"]
        assert best["memory_bytes"] > best["size_bytes"] > 0
        assert best["tokens_per_s"] > 0


def test_a_closed_standard_input_is_an_empty_one(home_with_model: Home) -> None:
    for command in (("redact",), ("ask", "-")):
        done = through_a_shell(home_with_model, "<&-", *command)
        assert (done.code, done.out) in ((0, "\n"), (2, "")), done.err
    assert "no question" in done.err


def test_a_closed_standard_output_is_no_failure(tmp_path: Path) -> None:
    done = through_a_shell(Home(tmp_path), ">&-", "redact", "a@example.org")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_results_that_a_full_disk_does_not_take_are_told_in_a_sentence(tmp_path: Path) -> None:
    done = through_a_shell(Home(tmp_path), ">/dev/full", "redact", "a@example.org")
    assert done.code == 1
    assert done.err.startswith("The system refused") and "No space left" in done.err
    assert len(done.err.strip().splitlines()) == 1


def through_a_shell(home: Home, redirection: str, *arguments: str) -> Outcome:
    """Run one command with a stream of the shell's making."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'exec "$@" {redirection}', "sh", *home.command(*arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE_S,
        env=home.environment(),
        cwd=ROOT,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
