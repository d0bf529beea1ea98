/** Words of the tray's page. All its other words come from the core. */
export const trayWords = {
  label: 'Buoy',
};
