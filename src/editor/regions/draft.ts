import { newId } from '../../base/ids.js';
import type { LabelConfig } from '../../config/tree.js';
import { nextOrder, type Region } from '../../model/document.js';
import type { Json } from '../../model/json.js';
import { action, makeObservable, observable } from '../../reactive/index.js';
import type { DocumentStore, DocWriter } from '../../store/document-store.js';
import { type Control, controlOf, controlsOf, fits, isLabels, objectOf, shapeOn } from './controls.js';

/** The labels that the next region gets, by control. Observable. */
export class ArmedLabels {
  readonly #labels = observable.map<string, Json>();

  constructor() {
    makeObservable(this, { arm: action, disarm: action });
  }

  of(control: string): Json | undefined {
    return this.#labels.get(control);
  }

  /** Arms labels; those of controls that draw another shape on the same object are laid down. */
  arm(control: Control, value: Json | undefined, config: LabelConfig): void {
    const name = control.node.name ?? '';
    if (value === undefined) {
      this.#labels.delete(name);
      return;
    }
    for (const other of [...this.#labels.keys()]) {
      const rival = controlOf(config.byName.get(other));
      const shared = rival?.node.toNames.some((object) => control.node.toNames.includes(object));
      if (shared && rival?.tag.draws && control.tag.draws && rival.tag.draws.shape !== control.tag.draws.shape) {
        this.#labels.delete(other);
      }
    }
    this.#labels.set(name, value);
  }

  disarm(): void {
    this.#labels.clear();
  }
}

/** What a new region is made of: who draws it, and what each control says of it. */
export interface Draft {
  readonly control: Control;
  readonly values: readonly { readonly control: Control; readonly value: Json }[];
}

/**
 * Who would draw a shape on an object now: the first control with a label armed, else one that needs no label.
 * Undefined while nothing may be drawn.
 */
export function draftFor(
  config: LabelConfig,
  armed: ArmedLabels,
  objectName: string,
  shape: string,
): Draft | undefined {
  const object = objectOf(config.byName.get(objectName));
  const fitting = controlsOf(config, objectName).filter(
    (control) => control.tag.speaksOf === 'region' && fits(control, { toName: objectName, shape }),
  );
  const drawing = fitting.filter((control) => shapeOn(control, object) === shape);
  const values = fitting.filter(isLabels).flatMap((control) => {
    const value = armed.of(control.node.name ?? '');
    return value === undefined ? [] : [{ control, value }];
  });
  const labelled = values.find(({ control }) => drawing.includes(control))?.control;
  const bare = drawing.find((control) => !isLabels(control));
  const own = drawing.find(({ tag }) => tag.draws !== undefined);
  // A wand draws for the BrushLabels beside it, whose label is armed.
  const control = labelled?.tag.draws || !own || isLabels(own) ? (labelled ?? bare) : own;
  if (control) return { control, values };
  const empty = drawing.find(({ node }) => node.attributes.allowEmpty === true);
  return empty && { control: empty, values: [{ control: empty, value: [] }, ...values] };
}

/** The records of a new region. @param order the place of its first result; by default behind all others */
export function putRegion(
  store: DocumentStore,
  write: DocWriter,
  draft: Draft,
  region: Pick<Region, 'toName' | 'shape' | 'geometry'> & { readonly itemIndex?: number },
  order = nextOrder(store.doc),
): string {
  const id = newId();
  write.put('regions', { id, order, fromName: draft.control.node.name ?? '', origin: 'manual', ...region });
  draft.values.forEach(({ control, value }, index) => {
    write.put('values', {
      id: newId(),
      order: order + index,
      fromName: control.node.name ?? '',
      toName: region.toName,
      regionId: id,
      value,
      origin: 'manual',
    });
  });
  return id;
}
