import { action, makeObservable, observable } from 'mobx';
import { newId } from '../base/ids.js';
import type { LabelConfig } from '../config/tree.js';
import type { ControlTag, ObjectTag, TagNode } from '../contract/tag.js';
import { type ControlValue, nextOrder, type Region } from '../model/document.js';
import { isList, type Json } from '../model/json.js';
import type { DocumentStore, DocWriter } from '../store/document-store.js';

/** A control of the config, with its descriptor. */
export interface Control {
  readonly node: TagNode;
  readonly tag: ControlTag;
}

export const controlOf = (node: TagNode | undefined): Control | undefined =>
  node?.module?.kind === 'control' ? { node, tag: node.module } : undefined;

export const objectOf = (node: TagNode | undefined): ObjectTag | undefined =>
  node?.module?.kind === 'object' ? node.module : undefined;

/** The controls that speak of an object tag, in config order. */
export const controlsOf = (config: LabelConfig, objectName: string): readonly Control[] =>
  config.nodes.flatMap((node) => {
    const control = controlOf(node);
    return control && node.toNames.includes(objectName) ? [control] : [];
  });

export const isLabels = ({ tag }: Control): boolean => tag.speaksOf === 'region' && tag.result.key !== undefined;

/** The shape that a control draws on an object: its own, or, for a control that only labels, the object's. */
export const shapeOn = ({ tag }: Control, object: ObjectTag | undefined): string | undefined =>
  tag.draws?.shape ?? (tag.speaksOf === 'region' ? object?.draws?.shape : undefined);

/** Labels may be put on regions of their own shape; labels without a shape on any. */
export const fits = (control: Control, region: Pick<Region, 'shape' | 'toName'>): boolean =>
  control.node.toNames.includes(region.toName) &&
  (control.tag.draws === undefined || control.tag.draws.shape === region.shape);

/** The labels that the next region gets, by control. Observable. */
export class ArmedLabels {
  readonly #labels = observable.map<string, Json>(undefined, { deep: false });

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

/** The records of a new region. */
export function putRegion(
  store: DocumentStore,
  write: DocWriter,
  draft: Draft,
  region: Pick<Region, 'toName' | 'shape' | 'geometry'> & { readonly itemIndex?: number },
): string {
  const id = newId();
  const order = nextOrder(store.doc);
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

/** A region or value that a model made and a person changed says so. */
export const edited = <R extends Region | ControlValue>(record: R): R =>
  record.origin === 'prediction' ? { ...record, origin: 'prediction-changed' } : record;

/** Marks a region and all that is said of it as changed by a person. */
export function putEdited(store: DocumentStore, write: DocWriter, region: Region): void {
  write.put('regions', edited(region));
  if (store.doc.regions.get(region.id)?.origin !== 'prediction') return;
  for (const value of store.valuesOf(region.id)) write.put('values', edited(value));
}

/** The label words in a control's value. */
export const labelWords = (value: Json | undefined): readonly string[] =>
  isList(value) ? value.filter((word): word is string => typeof word === 'string') : [];
