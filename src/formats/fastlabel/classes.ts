import type { ConfigFacts } from '../config-facts.js';
import type { Body } from './shapes.js';

/** What the config says of a label: FastLabel's title and colour of a class. */
export interface ClassFacts {
  readonly title: string | undefined;
  readonly colour: string | undefined;
}

/** What a config says of its labels, by the name of their control. */
export class ConfigClasses {
  readonly #labels = new Map<string, ReadonlyMap<string, ClassFacts>>();
  readonly #bodies = new Map<string, Body>();

  constructor({ controls }: ConfigFacts) {
    for (const { name, labels, skeleton } of controls) {
      const facts = labels.map((label): [string, ClassFacts] => {
        const { value, alias, background } = label.attributes;
        return [label.name, { title: alias === undefined ? undefined : value, colour: background }];
      });
      this.#labels.set(name, new Map(facts));
      if (skeleton) this.#bodies.set(name, skeleton);
    }
  }

  of(control: string, label: string): ClassFacts | undefined {
    return this.#labels.get(control)?.get(label);
  }

  /** The points of the skeletons that a control draws. */
  body(control: string): Body | undefined {
    return this.#bodies.get(control);
  }
}
