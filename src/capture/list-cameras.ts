export interface CameraChoice {
  readonly deviceId: string;
  /** As the system calls it; empty before the permission was given, when names are hidden. */
  readonly label: string;
}

/** The cameras of this machine. Empty when there is none, or no access to media devices at all. */
export const listCameras = async (): Promise<readonly CameraChoice[]> => {
  if (!('mediaDevices' in navigator)) return [];
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label }));
};

/** Calls back when a camera is plugged in or out. @returns a function that ends it */
export const watchCameras = (onChange: () => void): (() => void) => {
  if (!('mediaDevices' in navigator)) return () => undefined;
  navigator.mediaDevices.addEventListener('devicechange', onChange);
  return () => {
    navigator.mediaDevices.removeEventListener('devicechange', onChange);
  };
};
