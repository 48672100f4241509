import type { Dict } from '../../model/json.js';
import type { ImportContext } from '../format.js';
import type { Picture } from '../pictures.js';
import { type Controls, controlsIn, MadeControls, type MadeControlsOptions, type SkeletonParts } from './controls.js';
import type { Kind } from './shape-values.js';
import { resultsOf } from './write-results.js';

/** What all imports of annotations of pictures can be told. */
export interface PictureImportOptions {
  /** What the annotations become. */
  readonly as: 'predictions' | 'annotations';
  /** What the urls of pictures begin with; '' leaves them as they are. */
  readonly root: string;
  /** What names of controls begin with in a config that is made, and the name of its picture. */
  readonly from: string;
  readonly to: string;
  /** Of annotations. */
  readonly groundTruth: boolean;
  /** Of predictions: what made them, and how sure it is. */
  readonly modelVersion: string;
  readonly score: number | undefined;
  /** Of keypoints, in percent of the picture's width. */
  readonly pointWidth: number;
}

export const importDefaults: PictureImportOptions = {
  as: 'predictions',
  root: '/data/local-files/?d=',
  from: 'label',
  to: 'image',
  groundTruth: false,
  modelVersion: '',
  score: undefined,
  pointWidth: 1,
};

/** Makes tasks of pictures, and a config that shows them where none is given. */
export class TaskMaker {
  readonly #context: ImportContext;
  readonly #options: PictureImportOptions;
  readonly #made: MadeControls | undefined;
  readonly #controls: Controls;
  readonly #skeletonOf: ((label: string) => SkeletonParts | undefined) | undefined;

  constructor(
    context: ImportContext,
    options: Partial<PictureImportOptions>,
    making: Pick<MadeControlsOptions, 'plain' | 'labels' | 'points' | 'about'>,
    skeletonOf?: (label: string) => SkeletonParts | undefined,
  ) {
    this.#context = context;
    this.#options = { ...importDefaults, ...options };
    const { from, to } = this.#options;
    this.#made = context.config ? undefined : new MadeControls({ ...making, from, to });
    this.#controls = context.config ? controlsIn(context.config) : (this.#made as MadeControls);
    this.#skeletonOf = skeletonOf;
  }

  /** @param done whether anybody looked for something on the picture; a task that nobody did has no annotation */
  task(picture: Picture, done = true): Dict {
    const { as, modelVersion, score, groundTruth, pointWidth } = this.#options;
    const data = { [this.#controls.picture.key]: picture.url };
    if (!done) return { data };
    const result = resultsOf(picture, {
      controls: this.#controls,
      pointWidth,
      ...(this.#skeletonOf && { skeletonOf: this.#skeletonOf }),
      lose: this.#context.lose,
    });
    const model = {
      ...(modelVersion !== '' && { model_version: modelVersion }),
      ...(score !== undefined && { score }),
    };
    return { data, [as]: [{ result, ...(as === 'predictions' && model), ground_truth: groundTruth }] };
  }

  /** A control that a made config has in any case. */
  need(kind: Kind): void {
    this.#made?.drawing(kind, []);
  }

  /** Of the controls that were needed; undefined where a config was given. */
  get config(): string | undefined {
    return this.#made?.xml;
  }
}
