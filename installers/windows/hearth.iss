; Inno Setup 6: `iscc /DVersion=0.1.0 installers\windows\hearth.iss` after `python installers\build.py`.
; Installs for one person, without an administrator; /ALLUSERS installs for all. Silent: setup.exe /VERYSILENT /NORESTART
; The window is hearthw.exe; hearth.exe is the same for a terminal.
; With a model of more than 1 GB that came along: /DLargeModel, which makes further files beside the installer.
; What a person wrote stays when the program is removed: %LOCALAPPDATA%\Hearth.
#ifndef Version
  #define Version "0.1.0"
#endif

[Setup]
AppId={{0C1F7B62-6E0B-4E5E-9C43-6B2D0E5C4C11}
AppName=Hearth
AppVersion={#Version}
AppPublisher=The Hearth project
DefaultDirName={autopf}\Hearth
DefaultGroupName=Hearth
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=hearth-{#Version}-windows-x86_64
Compression=lzma2/max
SolidCompression=yes
UninstallDisplayIcon={app}\hearthw.exe
ChangesAssociations=yes
#ifdef LargeModel
DiskSpanning=yes
#endif
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "ar"; MessagesFile: "compiler:Languages\Arabic.isl"

; What an older version had and this one hasn't would be found beside it, and taken for a part.
[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\.hearth-setup\bundle\made\hearth\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Hearth"; Filename: "{app}\hearthw.exe"
Name: "{autodesktop}\Hearth"; Filename: "{app}\hearthw.exe"; Tasks: desktopicon

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

; Offered for models by "Open with"; what opens them now stays as it is.
[Registry]
Root: HKA; Subkey: "Software\Classes\.gguf\OpenWithProgids"; ValueType: string; ValueName: "Hearth.gguf"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Hearth.gguf"; ValueType: string; ValueData: "GGUF model"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Hearth.gguf\shell\open\command"; ValueType: string; ValueData: """{app}\hearthw.exe"" ""%1"""

[Run]
Filename: "{app}\hearthw.exe"; Description: "{cm:LaunchProgram,Hearth}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent then
    MsgBox('Hearth is gone. Conversations, libraries and models stay in ' + ExpandConstant('{localappdata}\Hearth')
      + '; delete that folder to be rid of them.', mbInformation, MB_OK);
end;
