import type { PointCloud } from '../../contract/cloud.js';
import type { Space } from '../../contract/shape.js';
import type { Surfaces } from '../../contract/surface.js';
import type { Input } from '../../contract/tool.js';
import type { Region } from '../../model/document.js';
import type { DocumentStore } from '../../store/document-store.js';
import type { Assist } from '../assist/assist.js';
import type { Faces } from '../regions/faces.js';
import type { Usages } from '../regions/usages.js';
import type { EditorState } from '../state.js';
import type { Presenter } from './presenter.js';
import type { Toolbox } from './toolbox.js';

/** What drawing asks of the rest of the editor. */
export interface DrawingParts {
  readonly toolbox: Toolbox;
  readonly faces: Faces;
  readonly usages: Usages;
  readonly assist: Assist;
}

/** What tools and those who serve them use of a surface, whatever its points are. */
interface PointedSurface {
  readonly space: Space;
  readonly tolerance: readonly number[];
  readonly pixel: readonly number[];
  grab?(on: boolean): void;
  tip?(diameter: number | undefined): void;
  pixels?(): ImageData | undefined;
  cloud?(): PointCloud | undefined;
  within(from: unknown, to: unknown): readonly string[];
  sketch(layer: undefined): void;
  cursor(css: string): void;
  onInput(listener: (input: Input<unknown>) => void): () => void;
  onHover(listener: (regionId: string | undefined, at: unknown) => void): () => void;
}

/** One object on show, as it is drawn on: its surface, and the regions that can be reached there. */
export class Board {
  readonly state: EditorState;
  readonly parts: DrawingParts;
  readonly objectName: string;
  readonly surface: PointedSurface;
  readonly presenter: Presenter;

  constructor(
    state: EditorState,
    parts: DrawingParts,
    objectName: string,
    surface: Surfaces[Space],
    presenter: Presenter,
  ) {
    this.state = state;
    this.parts = parts;
    this.objectName = objectName;
    this.surface = surface as unknown as PointedSurface;
    this.presenter = presenter;
  }

  /** The page on show, of an object that has pages. */
  get item(): number | undefined {
    const { facts } = this.state;
    return facts.of(this.objectName).items === undefined ? undefined : facts.item(this.objectName);
  }

  /** Those of other objects and pages, and those that are hidden, are not for the tools of this surface. */
  get selected(): readonly string[] {
    const { selection, doc } = this.state;
    const { item } = this;
    return selection.ids.filter((id) => {
      const region = doc.regions.get(id);
      if (region?.toName !== this.objectName || selection.isHidden(id)) return false;
      return item === undefined || (region.itemIndex ?? 0) === item;
    });
  }

  /** Those of them that may be changed. */
  get movable(): readonly string[] {
    return this.selected.filter((id) => this.mayEdit(id));
  }

  /** A region of the completion, or of what is shown to a model. */
  region(id: string): Region | undefined {
    return this.storeOf(id)?.doc.regions.get(id);
  }

  storeOf(id: string): DocumentStore | undefined {
    const { prompt } = this.parts.assist;
    return prompt.has(id) ? prompt.store : this.state.completion?.store;
  }

  mayEdit(id: string): boolean {
    const region = this.region(id);
    return region !== undefined && this.state.mayEdit(region);
  }
}
