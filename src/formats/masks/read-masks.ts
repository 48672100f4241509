import type { DecodedPng } from 'fast-png';
import { newId } from '../../base/ids.js';
import { HALF } from '../../base/raster.js';
import type { InFile } from '../files.js';
import type { ImportContext, ImportFormat } from '../format.js';
import { importDefaults, type PictureImportOptions, TaskMaker } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import { baseOf, stemOf } from '../pictures/file-names.js';
import { byPath, bytesOf } from '../pictures/read-file.js';
import type { Picture, PictureObject } from '../pictures.js';
import { coloursOf, decodePng, greysOf, loadPng, sampleOf } from './png.js';

export interface MaskImportOptions extends PictureImportOptions {
  /**
   * `binary`: what is brighter than half is the mask. `numbers`: each value but 0 is a mask of its own, a number in the
   * palette or a grey value. `colours`: each colour but black. `auto`: pictures with a palette, and those of 0 and up to
   * 255 others where `labels` names numbers, are `numbers`; pictures in colour are `colours`; all else is `binary`.
   */
  readonly kind: 'auto' | 'binary' | 'numbers' | 'colours';
  /** Labels by number (`3`) or colour (`#00ff7f`); what is not named gets its number or colour as label. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of binary masks; `folder` takes the name of the folder that each lies in, so that masks of one picture come together. */
  readonly label: string;
  readonly labelFrom: 'label' | 'folder';
  /** Of the pictures that belong to the masks: `.jpg`. */
  readonly extension: string;
}

/** PNG files of masks, each named like its picture. */
export const maskImport: ImportFormat<MaskImportOptions> = {
  name: 'MASKS',
  about: 'PNG files of masks, black and white, by number of colour, or by colour',
  async *read(files, context, options = {}) {
    const { root = importDefaults.root, extension = '.jpg', labelFrom = 'label' } = options;
    const maker = new TaskMaker(context, options, { plain: ['brush'], labels: Object.values(options.labels ?? {}) });
    const masks = byPath(files).filter(({ path }) => /\.png$/i.test(path));
    const byPicture = new Map<string, InFile[]>();
    for (const file of masks) {
      const key = labelFrom === 'folder' ? stemOf(baseOf(file.path)) : stemOf(file.path);
      const list = byPicture.get(key);
      if (list) list.push(file);
      else byPicture.set(key, [file]);
    }
    for (const [key, own] of byPicture) {
      let picture: Picture | undefined;
      for (const file of own) {
        const found = await pictureIn(file, joinUrl(root, key + extension), context, options);
        if (!found) continue;
        if (picture && (picture.width !== found.width || picture.height !== found.height)) {
          const message = 'Masks of one picture have different sizes; all but the first are left out.';
          context.lose({ code: 'invalid', message, file: file.path });
        } else picture = picture ? { ...picture, objects: [...picture.objects, ...found.objects] } : found;
      }
      if (picture) yield maker.task(picture);
    }
    return maker.config;
  },
};

async function pictureIn(
  file: InFile,
  url: string,
  { lose }: ImportContext,
  options: Partial<MaskImportOptions>,
): Promise<Picture | undefined> {
  const { kind = 'auto', labels = {}, label = 'mask', labelFrom } = options;
  const decoded = decodePng(await loadPng(), await bytesOf(file));
  if (typeof decoded === 'string') {
    lose({ code: 'invalid', message: `A mask cannot be read: ${decoded}.`, file: file.path });
    return undefined;
  }
  const { width, height } = decoded;
  const found = kind === 'auto' ? guess(decoded, labels) : kind;
  const folder = file.path.split('/').at(-2);
  const named = Object.fromEntries(Object.entries(labels).map(([key, name]) => [key.toLowerCase(), name]));
  let objects: PictureObject[];
  if (found === 'binary') {
    const { values } = greysOf(decoded);
    const alpha = values.map((value) => (value > HALF ? 255 : 0));
    objects = [maskObject(labelFrom === 'folder' && folder ? folder : label, width, height, () => alpha)];
  } else {
    const value = found === 'numbers' ? numbersIn(decoded) : coloursOf(decoded);
    const values = Uint32Array.from({ length: width * height }, (_, pixel) => value(pixel));
    const met = [...new Set(values)].filter((each) => each !== 0).sort((a, b) => a - b);
    if (met.length > MOST) {
      const message = `A mask has ${met.length} numbers or colours; more than ${MOST} are no masks. Is it a photograph?`;
      lose({ code: 'invalid', message, file: file.path });
      return undefined;
    }
    objects = met.map((each) => {
      const key = found === 'numbers' ? String(each) : `#${each.toString(16).padStart(6, '0')}`;
      const alpha = () => Uint8Array.from(values, (other) => (other === each ? 255 : 0));
      return maskObject(named[key] ?? key, width, height, alpha);
    });
  }
  return { url, width, height, objects };
}

/** More masks than this nobody paints on one picture. */
const MOST = 1000;

const maskObject = (label: string, width: number, height: number, alpha: () => Uint8Array): PictureObject => ({
  id: newId(),
  labels: [label],
  shape: { kind: 'mask', width, height, alpha },
});

/** The number in the palette, or the grey value as it is stored. */
function numbersIn(decoded: DecodedPng): (pixel: number) => number {
  const sample = sampleOf(decoded);
  return (pixel) => sample(pixel, 0);
}

function guess(decoded: DecodedPng, labels: Readonly<Record<string, string>>): 'binary' | 'numbers' | 'colours' {
  if (decoded.palette) return 'numbers';
  if (decoded.channels >= 3) {
    const { data, channels, depth } = decoded;
    // Pictures in colour that are grey all over are binary masks in disguise.
    const isGrey =
      depth !== 8 ||
      data.every((value, at) => at % channels !== 1 || (value === data[at - 1] && value === data[at + 1]));
    return isGrey ? 'binary' : 'colours';
  }
  return Object.keys(labels).some((key) => /^\d+$/.test(key)) ? 'numbers' : 'binary';
}
