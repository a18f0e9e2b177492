#!/bin/sh
# Signs Hearth.app and packs it into dist/hearth-VERSION-macos-MACHINE.dmg, on a Mac, after `python3 installers/build.py`.
# HEARTH_SIGN_AS names the identity in the keychain; without it the signature is ad hoc, which other Macs ask about.
set -eu
cd "$(dirname "$0")/../.."
app=.hearth-setup/bundle/made/Hearth.app
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
identity=${HEARTH_SIGN_AS:--}
# Every piece of code by itself, as none is found by its name alone (Qt's and Python's libraries have no ending), then
# frameworks as wholes, then the app. The start program is signed with the app.
find "$app" -type f ! -path '*/Contents/MacOS/*' -exec sh -c '
    sign=$1; shift
    for file do
        if file -b "$file" | grep -q "^Mach-O"; then
            codesign --force --options runtime --timestamp=none --sign "$sign" "$file"
        fi
    done' sh "$identity" {} +
find "$app" -type d -name '*.framework' -path '*/Contents/Frameworks/*' -exec codesign --force --options runtime \
    --timestamp=none --sign "$identity" {} \;
codesign --force --options runtime --entitlements installers/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
# The build has changed files that were signed: only now they load.
test -z "$("$app/Contents/MacOS/hearth" --smoke-test 2>&1)"
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cp -a "$app" "$tree/"
ln -s /Applications "$tree/Applications"
mkdir -p dist
hdiutil create -volname Hearth -srcfolder "$tree" -format UDZO -ov "dist/hearth-$version-macos-$(uname -m).dmg"
