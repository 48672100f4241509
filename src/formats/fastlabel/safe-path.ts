/** A path below a folder, out of a name that may have folders: it does not lead out, and no system reserves it. */
export function safePath(name: string): string {
  const parts = name
    .replaceAll('\\', '/')
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return parts.length === 0 ? 'picture' : parts.join('/');
}
