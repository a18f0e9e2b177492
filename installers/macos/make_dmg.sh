#!/bin/sh
# Signs Hearth.app and packs it into dist/hearth-VERSION-macos-MACHINE.dmg, on a Mac, after `python3 installers/build.py`.
# HEARTH_SIGN_AS names the identity in the keychain; without it the signature is ad hoc, which other Macs ask about.
set -eu
cd "$(dirname "$0")/../.."
app=.hearth-setup/bundle/made/Hearth.app
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
identity=${HEARTH_SIGN_AS:--}
find "$app" \( -name '*.so' -o -name '*.dylib' \) -type f -exec codesign --force --options runtime --timestamp=none \
    --sign "$identity" {} +
codesign --force --options runtime --entitlements installers/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -a "$app" "$tree/"
ln -s /Applications "$tree/Applications"
mkdir -p dist
hdiutil create -volname Hearth -srcfolder "$tree" -format UDZO -ov "dist/hearth-$version-macos-$(uname -m).dmg"
