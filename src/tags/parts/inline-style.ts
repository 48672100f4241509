const remote = /(?:url|src)\((?!\s*["']?\s*(?:data:|#))|image-set\(/i;

/**
 * CSS declarations of a config, without those that would fetch something and without `!important` (so that the editor
 * can still hide the element). Set the result through CSSOM (`element.style.cssText`, lit's `.style=`): a strict content
 * security policy forbids style attributes in markup.
 */
export function safeStyle(css: string): string {
  const style = document.createElement('div').style;
  style.cssText = css;
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    // Escapes survive in custom properties only, and there they can spell `url`.
    if (remote.test(value) || (name.startsWith('--') && value.includes('\\'))) style.removeProperty(name);
  }
  const clean = style.cssText;
  // A shorthand with var() hides its parts; when something is left in one, none of the text is trusted.
  return remote.test(clean) || clean.includes('\\') ? '' : clean.replace(/\s*!important/g, '');
}

/** Adds a config's `style`, `className` and `idAttr` to an element. */
export function dress(
  element: HTMLElement,
  look: {
    readonly style?: string | undefined;
    readonly className?: string | undefined;
    readonly id?: string | undefined;
  },
): void {
  if (look.style) element.style.cssText += safeStyle(look.style);
  if (look.className) element.classList.add(...look.className.split(/\s+/).filter(Boolean));
  if (look.id) element.id = look.id;
}
