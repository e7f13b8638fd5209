/** Whether this browser can draw with WebGL at all; some have it switched off. */
export function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  // A browser allows few contexts at a time: the trial gives its own back.
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
