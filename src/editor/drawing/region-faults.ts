import { error, type Problem } from '../../model/problem.js';
import type { EditorState } from '../state.js';

interface Told {
  readonly message: string;
  readonly takeBack: () => void;
}

/** What shows to be wrong with regions only when they are drawn: told once, and taken back when it is mended. */
export class RegionFaults {
  readonly #state: EditorState;
  /** By region, or by the name of a shape whose code fails. */
  readonly #told = new Map<string, Told>();

  constructor(state: EditorState) {
    this.#state = state;
  }

  /** @param problem what is wrong with a region now, if anything is */
  note(regionId: string, problem: Problem | undefined): void {
    if (problem || this.#told.size > 0) this.#tell(`region ${regionId}`, regionId, problem);
  }

  /** What a shape makes of a region; undefined where its code fails, which is told once for each shape. */
  tried<T>(shape: string, regionId: string, make: () => T): T | undefined {
    try {
      return make();
    } catch (reason) {
      const why = reason instanceof Error ? reason.message : String(reason);
      const message = `The code of the shape "${shape}" failed: ${why}. What is marked with it is kept, but not all of it can be drawn or edited.`;
      if (!this.#told.has(`shape ${shape}`)) this.#tell(`shape ${shape}`, regionId, error('shape/failed', message));
      return undefined;
    }
  }

  /** Takes back what was told of regions that are gone. */
  keep(isThere: (regionId: string) => boolean): void {
    for (const key of this.#told.keys()) {
      const [, regionId] = /^region (.*)$/s.exec(key) ?? [];
      if (regionId !== undefined && !isThere(regionId)) this.#drop(key);
    }
  }

  clear(): void {
    for (const key of this.#told.keys()) this.#drop(key);
  }

  #tell(key: string, resultId: string, problem: Problem | undefined): void {
    if (this.#told.get(key)?.message === problem?.message) return;
    this.#drop(key);
    if (!problem) return;
    const takeBack = this.#state.report({ ...problem, at: { resultId, ...problem.at } });
    this.#told.set(key, { message: problem.message, takeBack });
  }

  #drop(key: string): void {
    this.#told.get(key)?.takeBack();
    this.#told.delete(key);
  }
}
