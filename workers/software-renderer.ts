/** How browsers and drivers name what draws without a graphics chip: Chromium, Mesa, Windows, macOS. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/**
 * Whether a canvas is drawn by a graphics chip. A software renderer runs the pose graph too, fifty times slower than the
 * processor (1–2.6 s for a picture on two cores, after 10–17 s for the first), so it is not worth a trial.
 */
export const hasGraphicsChip = (canvas: OffscreenCanvas): boolean => {
  const context = canvas.getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  // Chromium may give SwiftShader without that caveat; its name tells.
  const names = context.getExtension('WEBGL_debug_renderer_info');
  const renderer = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !SOFTWARE.test(renderer);
};
