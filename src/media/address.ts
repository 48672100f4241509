type CrossOrigin = 'anonymous' | 'use-credentials' | undefined;

/** The whole address, as seen from this page; undefined where it is none. */
export const resolved = (url: string): URL | undefined =>
  url !== '' && URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI) : undefined;

/** Why a picture is not even asked for at an address; undefined if it is. */
export function objectionTo(url: string): string | undefined {
  const address = resolved(url);
  if (!address) return 'this is no address';
  const { protocol } = address;
  if (/^(https?|data|blob):$/.test(protocol)) return undefined;
  if (protocol !== 'file:') return `pictures are not loaded by "${protocol}"; give an address that starts with https:`;
  return location.protocol === 'file:' ? undefined : 'a page may not open files of this computer; serve it by HTTP';
}

/** The bytes of other origins are seen only with CORS, which is asked for by `crossOrigin`. */
export function mayRead(url: string, crossOrigin: CrossOrigin): boolean {
  const address = resolved(url);
  if (!address) return false;
  if (address.protocol === 'data:' || address.protocol === 'blob:') return true;
  return /^https?:$/.test(address.protocol) && (crossOrigin !== undefined || address.origin === location.origin);
}
