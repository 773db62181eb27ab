/** Chromium's flags for a graphics chip in software behind WebGPU: as right as a real one, and slow. It gives none unasked. */
export const SOFTWARE_CHIP = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];
