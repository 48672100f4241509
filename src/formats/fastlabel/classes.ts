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

  /** Of a control without labels: what another says, as `Labels` beside it do. */
  of(control: string, label: string): ClassFacts | undefined {
    const own = this.#labels.get(control);
    if (own && own.size > 0) return own.get(label);
    for (const labels of this.#labels.values()) {
      const found = labels.get(label);
      if (found) return found;
    }
    return undefined;
  }

  /** The points of the skeletons that a control draws. */
  body(control: string): Body | undefined {
    return this.#bodies.get(control);
  }
}
