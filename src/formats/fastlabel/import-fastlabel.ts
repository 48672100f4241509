import type { Dict, Json } from '../../model/json.js';
import type { ImportContext, ImportFormat } from '../format.js';
import { importDefaults, type PictureImportOptions } from '../label-studio/import.js';
import { joinUrl } from '../label-studio/join-url.js';
import { imageSize } from '../pictures/image-size.js';
import { byPath } from '../pictures/read-file.js';
import { controlsIn, MadeControls } from './controls.js';
import { annotationsOf, contentsOf, type Medium, mediumOf } from './medium.js';
import { tasksIn } from './read-tasks.js';
import { type Size, sizeIn } from './size.js';
import { resultsOf } from './to-results.js';

export interface FastlabelImportOptions
  extends Pick<PictureImportOptions, 'as' | 'groundTruth' | 'modelVersion' | 'pointWidth'> {
  /** What the urls of tasks without one begin with, in front of their names. */
  readonly root: string;
  /** Width and height of pictures and videos whose tasks do not say them, in pixels. */
  readonly size: readonly [width: number, height: number];
  /** What the tasks are about, where neither their annotations nor their files say it. */
  readonly medium: Medium;
}

/** Tasks of FastLabel with their annotations, as its API gives them. https://github.com/fastlabel/fastlabel-python-sdk */
export const fastlabelImport: ImportFormat<FastlabelImportOptions> = {
  name: 'FASTLABEL',
  about: 'tasks of FastLabel with their annotations, as its API gives them',
  async *read(files, context, options = {}) {
    let texts = 0;
    const made = context.config ? undefined : new MadeControls(() => texts > 0);
    const controls = context.config ? controlsIn(context.config) : (made as MadeControls);
    for await (const task of tasksIn(byPath(files), context.lose)) {
      const medium = options.medium ?? mediumOf(task);
      const data = dataOf(task, medium, controls, options.root ?? '');
      if (medium === 'text') texts++;
      const { id, url: _, annotations: __, relations: ___, attributes: ____, ...kept } = task;
      const result = resultsOf(task, {
        medium,
        controls,
        size: await sizeOf(task, medium, options.size, context),
        pointWidth: options.pointWidth ?? importDefaults.pointWidth,
        lose: context.lose,
      });
      const { as = 'annotations', groundTruth = false, modelVersion = '' } = options;
      const model: Dict = as === 'predictions' && modelVersion !== '' ? { model_version: modelVersion } : {};
      yield {
        ...(id !== undefined && { id }),
        data,
        meta: { fastlabel: kept },
        [as]: [{ result, ...model, ground_truth: groundTruth }],
      };
    }
    if (made && made.media.length > 1) {
      const message =
        'The tasks are about several kinds of media; the config shows all of them. Convert each project by itself.';
      context.lose({ code: 'changed', message });
    }
    return made?.xml;
  },
};

function dataOf(
  task: Dict,
  medium: Medium,
  controls: { key(medium: Medium, isList: boolean): string },
  root: string,
): Dict {
  const contents = contentsOf(task);
  const urlOf = ({ url, name }: Dict): Json =>
    typeof url === 'string' && url !== '' ? url : joinUrl(root, typeof name === 'string' ? name : '');
  // A study is one file, whatever is listed of it.
  if (contents.length === 0 || (medium === 'dicom' && typeof task.url === 'string')) {
    return { [controls.key(medium, false)]: urlOf(task) };
  }
  return { [controls.key(medium, true)]: contents.map(urlOf) };
}

async function sizeOf(
  task: Dict,
  medium: Medium,
  size: FastlabelImportOptions['size'] | undefined,
  { media }: ImportContext,
): Promise<Size | undefined> {
  if (sizeIn(task) || contentsOf(task).some((content) => sizeIn(content))) return undefined;
  if (size) return { width: size[0], height: size[1] };
  const url = task.url ?? task.name;
  if (!media || medium !== 'image' || typeof url !== 'string' || annotationsOf(task).length === 0) return undefined;
  const bytes = await media(url);
  return bytes && imageSize(bytes);
}
