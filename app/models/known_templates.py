"""Chat templates that model makers have published, known by hash. Values only; any process may read them.

A template is a program that came with a file. One that is listed here is a published one, character for
character after `app.domain.chat_format.normalised_template` (line ends, white space at line ends and at the
end); any other is shown to the person before its first use.

Made by `python -m tests.models_app.hash_templates` from the templates in the source archive of
llama-cpp-python 0.3.36 (`vendor/llama.cpp/models/templates`).
"""

from types import MappingProxyType
from typing import Final

# (sha256 of the normalised template, name of the model family)
PUBLISHED: Final[tuple[tuple[str, str], ...]] = (
    ("dea688e9f24a339a0d2504f6840852adbcedb082373172a0b82ca2c55996768d", "Apertus 8B Instruct"),
    ("58f2891b731d7ed368818a9b1e05ce2eb39cf2684047e7d04507792338cb53ce", "Apriel 1.6 15b Thinker fixed"),
    ("a30b8c4531dda19196f35fb95ab84110dd8357acbd75eea3776c5543a70db5a9", "Bielik 11B v3.0 Instruct"),
    ("3f9e0dc4adeb8032287d0129dc75b6298fee8698a52ab41e863dbc89929330d3", "Seed OSS"),
    ("d8366efb9f07c571da620ce6a924594fc52c80273a0fbb46a38b643972df95fd", "Cohere2MoE"),
    ("75eeabfcdc7bdeb2f29dfc028778f624482e7a106da5dc5b36600b4a0c951769", "Command r plus with tools"),
    ("cc60b553279347d83df761f5dc55b4b2fb66bc1fa9a33e219911c13c11552fac", "Command r7b 12 2024 with tools"),
    ("e6e2ddfb13f8aef529a869e362f74743725c0919b8675139b93c0cb1623796c8", "GLM 4.6"),
    ("d63ad536c3c81880043e22ec7fd08db42b4d8fb7c89c7138bc562bfa25281375", "GLM 4.7 Flash"),
    ("babc0a5d4bf606b05d94fb90b221fc1becd253149b2ec7a2dfaa11cf1e6d5adb", "GigaChat3 10B A1.8B"),
    ("f2abadc22e4a0586b14a054356c362b81cc5ff2d8427325118f5edc392e419e3", "GigaChat3.1 10B A1.8B"),
    ("cbc1d50f777ec029b33f53b23d7a224cceb65bcc8c7fac54946dbb56514e4d1e", "SmolLM3 3B"),
    ("02e91795d2270374161c7063c9b1d084bb8cb3fb04b1ae977cf0e2953bdbbf92", "Kimi K2 Instruct"),
    ("4027d478e682204ecc53bb42cd60402338dcac3c9312c32335865fcaf59cb1e8", "Kimi K2 Thinking"),
    ("f0c33f4b63ef8403f3dd16e10917440251ba16743c2a36d31675ac04b0ad1a1e", "Kimi K3"),
    ("2294f49b51a0b9a1b0194add3f124237b5bd986599f43180eec49bba4de01365", "LFM2 8B A1B"),
    ("6d65c8804847ad74eea912dd7eca3dc1cf7a457b53a77f47d841a14121910963", "LFM2.5 8B A1B"),
    ("f05bf4b967dc993bdc7a2fe6e43759ee218eb0eb340d68b063e1c4f8ad148176", "LFM2.5 Instruct"),
    ("e7fa3f870aabfc1c9cadf448926fee2bc3e0e4c2546edb2b7a8b933313607057", "MiMo VL"),
    ("e1790d8fbe1c587e6fc385e2a712363f86faf52ae1fb1fcbfc5ded3eb1fae70a", "MiniMax M1"),
    ("97007d4886db8e069e13d0ad3810697235690edd4f86239b8fd57bb471fec8d1", "MiniMax M2"),
    ("c56d1f3ab70881b0e2ed8f51fa6de435d37b84d6c804ebb19a0ec4986fa5ffa9", "MiniMax M3"),
    (
        "d990bccdaaa20611e261434bf60bce767b03d8ee1f1d9b5cd0742b1cc96066b9",
        "Mistral Small 3.2 24B Instruct 2506",
    ),
    ("43a92aacc2e169bb37055e4d8b0df31edfdc8657d8c387fcf98254cb246e626a", "Nemotron 3 Nano 30B A3B BF16"),
    ("52ae8e50fa083e63a0a5726eeffc85502089b82064aceb1bddf0366f7317b3f8", "Nemotron Nano v2"),
    (
        "65522d40ef68c2b49fb97f53c50587d185b7b0003d98e43606a9a5f0a49adbbf",
        "Hermes 2 Pro Llama 3 8B with tools",
    ),
    ("94c6035b4f0eb905c95e2b7d8dace8547abca03f7fe3e441ba8a6388b1941272", "QwQ 32B"),
    ("55b2f4a26ac9ee719330a61a0c39d9e538b0e9322212f048326318cff4f8674a", "Qwen2.5 7B Instruct"),
    ("87a2728cb8dc9fe424d624542f6060ec05a1d285ebbec578bb078900e33396b5", "Qwen3 0.6B"),
    ("eae48a3307931acb10a6fce475a36b711709672ea79ee1a9bc52f083d8b0a2af", "Qwen3 Coder"),
    ("a4aee8afcf2e0711942cf848899be66016f8d14a889ff9ede07bca099c28f715", "Qwen3.5 4B"),
    ("546b04dba74993efae8f9da3ba08e29f437f5ac3f4e40b5cb9a4de5901a841df", "Reka Edge"),
    ("c88f16f22024c5c5975a275b1168a711eef23fed681ebc51ed493fc13efeab72", "Spark2.5"),
    ("3a7cb642bf35cb4106cd3895147d8fcded3be856ad56cf6c88510aec879c2427", "StepFun3.5 Flash"),
    ("dd2675619a64a449cdcdd2b93e605a0a50764cee41e344f244752bc93643936c", "DeepSeek R1 Distill Llama 8B"),
    ("bbe594884b44d740667ee65a70bc8d333a565eab3d63ea59f291ea73ada84ba6", "DeepSeek R1 Distill Qwen 32B"),
    ("d9f5f351b276cf9e81d009db08830db7d38e94927aecd09a7beb43e2aafee94e", "DeepSeek V3.1"),
    ("53b9683b3653cec369829a4e6b27e1be65c81c903a47c4f1478ce19388a2baef", "DeepSeek V3.2"),
    ("8b6f730567ea3e0a994ce80ac79c18a4d49716e821fd13ad7a2c061b712e3520", "DeepSeek V4 Flash 0731"),
    ("f8b442fab67e75b3aa468334b5cdda671003b852ffd71f23cb23377d31d9c7be", "DeepSeek V4"),
    ("5f259f602c593bdc4ee6f461bd3d6ebb30f7001cc2826d763e6d4a46656cd4d6", "Llama 3 firefunction v2"),
    ("ecd6ae513fe103f0eb62e8ab5bfa8d0fe45c1074fa398b089c93a7e70c15cfd6", "Gemma 2 2b it"),
    ("d4ae9e49415311a0b8381d98465696a9d776be91a57941b28407a2e117e53151", "Gemma 4 31B it interleaved"),
    ("1d35a24a2a63cc600c0cab43628a6df4cd3318e959b03307cf5f9f7e29ecf783", "Gemma 4 31B it"),
    ("d0657ba05651bd2134160e7a9fbe40f1aa51ecb6bc2724618e34b04466291f87", "Granite 3.3 2B Instruct"),
    ("9524df67b77a7b25a2dfee898f75b316a157eb9d855b51e32aeac79d7c8a83ce", "Granite 4.0"),
    ("fed2756d2d24e127b951dcf139d0b03ab7db8ef23a456128ebc9c2db4901d476", "Granite 4.1"),
    ("b4ab3a1c8f748e6f874d9aea102333efe7ab82528e8ab81c2eb155851e8705c6", "Ling 3.0 flash"),
    ("e0d5e227f0aedba8bc36d9173d4f814b6b9bc8bafa3e50d53fa0071567f90102", "Deepseek r1"),
    ("e70723034f0928096207d99b2ec4678950361f290f5341c017d957f88b196935", "Rwkv world"),
    ("2fc9dbfaea552f864b4b8cdf9d17401e9a49cbda199498531f137eb0ec5ae1d8", "Functionary medium v3.1"),
    ("5c7c96c27cfecf3418411d1ebd0d11d691ab6bd2155bb38dacc62250fe47c3c8", "Functionary medium v3.2"),
    ("93c0e9aa3629bbd77e68dbc0f5621f6e6b23aa8d74b932595cdb8d64684526d7", "Llama 3.1 8B Instruct"),
    ("d82792f95932f1c9cef5c4bd992f171225e3bf8c7b609b4557c9e1ec96be819f", "Llama 3.2 3B Instruct"),
    ("78d976a442bcde2f0be15aafbb8e3050e1104f86732266f68403251b89982a90", "Phi 3.5 mini instruct"),
    ("b896b317ebe436a1843e372b5587c5f0e880507f128930c13e6720f624272913", "Ministral 3 14B Reasoning 2512"),
    ("e7deee034838db2bfc7487788a3013d8a307ab69f72f3c54a85f06fd76007d4e", "Mistral Nemo Instruct 2407"),
    ("aab20feb9bc6881f941ea649356130ffbc4943b3c2577c0991e1fba90de5a0fc", "Kimi K2"),
    ("6cd0e94d9b489fdb9a000743791f20e7e52b62c1e5cbb66fcc91c6716595223a", "Muse glimmer"),
    ("a4c9919cbbd4acdd51ccffe22da049264b1b73e59055fa58811a99efbd7c8146", "Gpt oss 120b"),
    ("256bd81697ae445b58c8267c95155c1a968977c103d34bbbeca6c9b5dce0e9a8", "MiniCPM5 1B"),
    ("444819b8ad4612870827ac05b9147fe9e3344d3850cae8c2790898fc514099ff", "Laguna S 2.1"),
    ("c64086c5feaef448e1b94da54bf018333e29e506be3772c1cb41f60cb13e4888", "Laguna XS 2.1"),
    ("dadad29ff28c38064a91d928e758992e5f69d8e5002ee301c1c707d940ac0802", "Laguna XS.2"),
    ("84437b9746423f042920c15289ac84d4eba7a50a11ebc05e8b414c460f814873", "Hy3"),
    ("156dd2c74e961f059aca24cc7b5a34f81715ed06762181c6f02155bfe78ca0c7", "Apriel 1.5"),
    ("e4ea8d3f5960e2d1ee74096fff2a8e73f108bebb61533473c1ccea55230c9588", "Devstral Small 2507"),
    ("c2e6220e74d32601bc99eeba3ce6caf69576080d18e2c33f93e560f6035ce1e3", "Solar Open 100B"),
)

# The templates of the small models that come with Hearth: the demo model and the test models.
OWN: Final[tuple[tuple[str, str], ...]] = ()

_FAMILIES: Final = MappingProxyType(dict(PUBLISHED + OWN))


def template_family(sha256: str) -> str:
    """The family whose published template has this hash (`template_sha256`), or an empty text."""
    return _FAMILIES.get(sha256, "")
