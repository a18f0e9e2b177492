// llama.cpp (0.3.36's) names three types of VK_EXT_layer_settings without asking whether the headers have them, and only
// passes them on where a validation layer is installed. Vulkan's headers have them since 1.3.272; Debian 12's are 1.3.239.
// This folder is put before those of the system; nothing happens where the headers are new enough.
#include_next <vulkan/vulkan.hpp>

#if VK_HEADER_VERSION < 272 && !defined(HEARTH_LAYER_SETTINGS)
#define HEARTH_LAYER_SETTINGS
#include <cstdint>
#include <vector>

namespace vk {

enum class LayerSettingTypeEXT : std::uint32_t { eBool32 = 0 };

struct LayerSettingEXT {
    const char * pLayerName;
    const char * pSettingName;
    LayerSettingTypeEXT type;
    std::uint32_t valueCount;
    const void * pValues;
};

struct LayerSettingsCreateInfoEXT {
    VkStructureType sType = static_cast<VkStructureType>(1000496000);
    const void * pNext = nullptr;
    std::uint32_t settingCount;
    const LayerSettingEXT * pSettings;

    explicit LayerSettingsCreateInfoEXT(const std::vector<LayerSettingEXT> & settings)
        : settingCount(static_cast<std::uint32_t>(settings.size())), pSettings(settings.data()) {}
};

}  // namespace vk
#endif
