import { safeStyle } from './inline-style.js';

/** Turns markup of a config into a node that cannot run anything. The same text gives the same node each time. */
export type Markup = (owner: unknown, html: string) => Node;

/** A strict content security policy reports every style attribute that is parsed, so they are set by hand afterwards. */
const hideStyles = (tag: string): string => tag.replace(/(\s)style(?=\s*=)/gi, '$1data-style');

/** Loads the sanitiser. Markup stands inside buttons and labels, so what one can focus or submit is taken out of it. */
export async function loadMarkup(): Promise<Markup> {
  const { default: purify } = await import('dompurify');
  const made = new Map<unknown, Node>();
  return (owner, html) => {
    const known = made.get(owner);
    if (known) return known;
    const box = document.createElement('span');
    box.className = 'le-markup';
    box.append(
      purify.sanitize(html.replace(/<[^>]*>/g, hideStyles), {
        RETURN_DOM_FRAGMENT: true,
        USE_PROFILES: { html: true, svg: true, mathMl: true },
        FORBID_TAGS: ['a', 'button', 'form', 'input', 'label', 'option', 'select', 'style', 'textarea'],
        FORBID_ATTR: ['style', 'tabindex', 'contenteditable', 'autofocus'],
      }),
    );
    for (const element of box.querySelectorAll<HTMLElement>('[data-style]')) {
      element.style.cssText = safeStyle(element.dataset.style ?? '');
      delete element.dataset.style;
    }
    made.set(owner, box);
    return box;
  };
}
