#!/bin/sh
# Signs Hearth.app and packs it into dist/hearth-VERSION-macos-MACHINE.dmg, on a Mac, after `python3 installers/build.py`.
# HEARTH_SIGN_AS names the identity in the keychain; without it the signature is ad hoc, which other Macs ask about.
# HEARTH_NOTARY_PROFILE names what `xcrun notarytool store-credentials` has kept: with it Apple is asked to look the image
# through, and other Macs open it without a question.
set -eu
cd "$(dirname "$0")/../.."
app=.hearth-setup/bundle/made/Hearth.app
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' app/__init__.py)
identity=${HEARTH_SIGN_AS:--}
stamp=--timestamp=none
if [ "$identity" != - ]; then stamp=--timestamp; fi # which Apple asks for before it lets other Macs trust it
# Every piece of code by itself, as none is found by its name alone (Qt's and Python's libraries have no ending), then
# frameworks as wholes, then the app. The start program is signed with the app. A piece is signed outside of its folder:
# in one of Qt's, which a wheel can't hold with its links, it would be taken for a damaged framework.
aside=$(mktemp -d)
find "$app" -type f ! -path '*/Contents/MacOS/*' -exec sh -euc '
    identity=$1 stamp=$2 aside=$3; shift 3
    for file do
        if file -b "$file" | grep -q "^Mach-O"; then
            piece=$aside/$(basename "$file")
            mv "$file" "$piece"
            codesign --force --options runtime "$stamp" --sign "$identity" "$piece"
            mv "$piece" "$file"
        fi
    done' sh "$identity" "$stamp" "$aside" {} +
find "$app" -type d -name '*.framework' -path '*/Contents/Frameworks/*' -exec codesign --force --options runtime \
    "$stamp" --sign "$identity" {} \;
codesign --force --options runtime "$stamp" --entitlements installers/macos/entitlements.plist --sign "$identity" "$app"
codesign --verify --deep --strict "$app"
# The build has changed files that were signed: only now they load.
test -z "$("$app/Contents/MacOS/hearth" --smoke-test 2>&1)"
tree=$(mktemp -d)
trap 'rm -rf "$tree" "$aside"' EXIT
cp -a "$app" "$tree/"
ln -s /Applications "$tree/Applications"
mkdir -p dist
image=dist/hearth-$version-macos-$(uname -m).dmg
hdiutil create -volname Hearth -srcfolder "$tree" -format UDZO -ov "$image"
if [ -n "${HEARTH_NOTARY_PROFILE:-}" ]; then
    codesign --timestamp --sign "$identity" "$image"
    xcrun notarytool submit "$image" --keychain-profile "$HEARTH_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
