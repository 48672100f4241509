import { readConfig } from '../../src/config/read.js';
import type { MediaFacts, ShapeModule } from '../../src/contract/shape.js';
import type { TagModule } from '../../src/contract/tag.js';
import { filmGeometry } from '../../src/geometry/film.js';
import { flowGeometry } from '../../src/geometry/flow.js';
import { pictureGeometry } from '../../src/geometry/picture.js';
import { sceneGeometry } from '../../src/geometry/scene.js';
import { timeGeometry } from '../../src/geometry/time.js';
import type { CompletionDoc, Tables } from '../../src/model/document.js';
import type { Dict } from '../../src/model/json.js';
import type { World } from '../../src/results/world.js';
import { builtInTags } from '../../src/tags/index.js';

const tags = new Map<string, TagModule>(
  (builtInTags.tags ?? []).flatMap((module) =>
    [module.tag, ...(module.aliases ?? [])].map((name): [string, TagModule] => [name.toLowerCase(), module]),
  ),
);
const families = [pictureGeometry, flowGeometry, timeGeometry, filmGeometry, sceneGeometry];
const shapes = new Map<string, ShapeModule<any, any>>(
  families.flatMap((family) => family.shapes.map((shape): [string, ShapeModule<any, any>] => [shape.name, shape])),
);

export const builtInLookup = { tag: (name: string): TagModule | undefined => tags.get(name.toLowerCase()) };

/** The world of results under a config, with the built-in tags and shapes. `facts`: by name of the object tag. */
export function worldOf(xml: string, facts: Readonly<Record<string, MediaFacts>> = {}, data: Dict = {}): World {
  const config = readConfig(xml, data, builtInLookup);
  return {
    nodes: config.nodes,
    node: (name) => config.byName.get(name),
    shape: (name) => shapes.get(name),
    facts: (objectName) => facts[objectName] ?? {},
  };
}

/** A document with one record changed; `undefined` removes it. */
export function withRecord<T extends keyof Tables>(
  doc: CompletionDoc,
  table: T,
  id: string,
  change: (record: Tables[T] | undefined) => Tables[T] | undefined,
): CompletionDoc {
  const records = new Map<string, Tables[T]>(doc[table] as ReadonlyMap<string, Tables[T]>);
  const changed = change(records.get(id));
  if (changed) records.set(id, changed);
  else records.delete(id);
  return { ...doc, [table]: records };
}
