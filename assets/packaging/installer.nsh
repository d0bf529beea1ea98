; electron-builder includes this in the uninstaller. Electron registers the class that toasts start at the first run, so the
; installer knows nothing of it and would leave it behind. An update keeps it: toasts of before must still lead to Buoy.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\CLSID\{6B0E5F0C-3E0B-4C57-9A3B-5D4C1B7E2A90}"
  ${endIf}
!macroend
