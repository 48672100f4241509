import { isDict, type Json } from '../../model/json.js';

const unitless = /^(flex|flex-grow|flex-shrink|font-weight|line-height|opacity|order|z-index|zoom)$/;

/** CSS declarations; written as JSON, names may be in camel case and numbers are CSS pixels. */
export function styleText(written: string | undefined): string | undefined {
  if (!written?.trim().startsWith('{')) return written;
  let read: Json;
  try {
    read = JSON.parse(written);
  } catch {
    return undefined;
  }
  if (!isDict(read)) return undefined;
  return Object.entries(read)
    .map(([key, value]) => {
      const name = key.startsWith('--') ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const plain = typeof value === 'string' || typeof value === 'number' ? value : '';
      return `${name}: ${plain}${typeof plain === 'number' && plain !== 0 && !unitless.test(name) ? 'px' : ''}`;
    })
    .join('; ');
}

/** Uses of the browser that give nothing away of the person in front of it, nor of the page. */
const harmless = new Set(['autoplay', 'clipboard-write', 'encrypted-media', 'fullscreen', 'picture-in-picture']);

/** The part of an `allow` attribute that is passed on, and the names in it that are not. */
export function allowed(written: string | undefined): { readonly allow: string; readonly refused: readonly string[] } {
  const names = (written ?? '').split(';').flatMap((entry) => entry.trim().split(/\s+/)[0]?.toLowerCase() || []);
  return {
    // Whatever it names as origin, the frame has one that nothing is equal to.
    allow: names.flatMap((name) => (harmless.has(name) ? `${name} *` : [])).join('; '),
    refused: names.filter((name) => !harmless.has(name)),
  };
}

/** An address as seen from the page; undefined if it is none, or of a kind that is not loaded. */
export function addressOf(written: string): string | undefined {
  const address = URL.canParse(written.trim(), document.baseURI)
    ? new URL(written.trim(), document.baseURI)
    : undefined;
  return address && /^(https?|data):$/.test(address.protocol) ? address.href : undefined;
}

/** Addresses separated by blanks; undefined if one of them will not do. */
export function addresses(written: string | undefined): readonly string[] | undefined {
  const all = (written ?? '').split(/\s+/).filter(Boolean);
  const whole = all.flatMap((each) => addressOf(each) ?? []);
  return whole.length > 0 && whole.length === all.length ? whole : undefined;
}
