/** Names of drivers that compute what a GPU should. Not all of them admit to a performance caveat. */
const software = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let known: boolean | undefined;

/** Whether WebGL 2 is done by hardware here. Asked once: it may take a hundred milliseconds. */
export function hasFastWebGL(): boolean {
  known ??= findOut();
  return known;
}

/** The context that is asked for it is given back at once. */
function findOut(): boolean {
  const context = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!context) return false;
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const driver = String(context.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return !software.test(driver);
}
