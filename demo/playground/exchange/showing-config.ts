import { readConfigFacts } from '../../../src/formats/config-facts.js';
import type { Dict } from '../../../src/model/json.js';

const kinds: readonly (readonly [tag: string, pattern: RegExp])[] = [
  ['Image', /\.(png|jpe?g|gif|bmp|svg|webp|avif|tiff?)$/i],
  ['Audio', /\.(wav|mp3|flac|m4a|ogg|aiff)$/i],
  ['Video', /\.(mp4|webm)$/i],
  ['Pdf', /\.pdf$/i],
  ['PointCloud', /\.pcd$/i],
];

/** The given config where it shows something of the data, otherwise one that shows all of its texts and files. */
export function configFor(data: Dict, given: string): string {
  const { objects } = readConfigFacts(given);
  if (objects.some(({ key }) => Object.hasOwn(data, key))) return given;
  const tags = Object.entries(data).flatMap(([key, value]) => {
    if (typeof value !== 'string' || !/^[\p{L}_][\w.-]*$/u.test(key)) return [];
    const bare = value.replace(/[?#].*$/s, '');
    const tag = kinds.find(([, pattern]) => pattern.test(bare))?.[0] ?? 'Text';
    return [`  <${tag} name="${key}" value="$${key}"/>\n`];
  });
  return `<View>\n${tags.join('')}</View>`;
}
