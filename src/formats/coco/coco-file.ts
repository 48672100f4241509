import type { Dict } from '../../model/json.js';
import type { Sink, Spool } from '../files.js';
import { Batch } from '../pictures/batch.js';

/**
 * Writes a COCO file piece by piece: images as they come, annotations behind them when all are known.
 * https://cocodataset.org/#format-data
 */
export class CocoFile {
  readonly #sink: Sink;
  readonly #path: string;
  readonly #annotations: Spool;
  readonly #images: Batch;
  readonly #rest: Batch;
  #imageCount = 0;
  #annotationCount = 0;

  constructor(sink: Sink, path: string) {
    this.#sink = sink;
    this.#path = path;
    this.#annotations = sink.spool();
    this.#images = new Batch((piece) => sink.write(path, piece));
    this.#rest = new Batch((piece) => this.#annotations.write(piece));
  }

  /** @param json an image as JSON */
  image(json: string): void | Promise<void> {
    return this.#images.add(`${this.#imageCount++ === 0 ? '{"images":[\n' : ',\n'}${json}`);
  }

  /** @param json an annotation as JSON */
  annotation(json: string): void | Promise<void> {
    return this.#rest.add(`${this.#annotationCount++ === 0 ? '' : ','}\n${json}`);
  }

  async end(categories: readonly Dict[], info?: Dict): Promise<void> {
    if (this.#imageCount === 0) await this.#images.add('{"images":[');
    await this.#images.add('\n],"annotations":[');
    await this.#images.flush();
    await this.#rest.flush();
    await this.#annotations.pour(this.#path);
    const last = `\n],"categories":${JSON.stringify(categories)}${info ? `,"info":${JSON.stringify(info)}` : ''}}\n`;
    await this.#sink.write(this.#path, last);
  }
}
