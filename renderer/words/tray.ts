/** The tray drawn as a page; everything else it says comes from the core. */
export const trayWords = {
  label: 'Buoy',
  empty: 'Nothing to show yet',
};
