import { newId } from '../../base/ids.js';
import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { isNumber } from '../geometry/points.js';
import { AnnotationReading, type ResultsMaking } from './annotation-results.js';
import { annotationsOf, taskPlace } from './medium.js';
import { saidOfTask } from './said-results.js';
import type { Tell } from './shapes.js';

/** The results that say what a task of FastLabel does: https://labelstud.io/guide/task_format */
export function resultsOf(task: Dict, making: ResultsMaking): Dict[] {
  const ids = new Set<string>();
  const freeId = (given: Json | undefined): string => {
    const id = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
    const free = id === '' || ids.has(id) ? newId() : id;
    ids.add(free);
    return free;
  };
  const results: Dict[] = [];
  const regions: (string | undefined)[] = [];
  for (const annotation of annotationsOf(task)) {
    const reading = new AnnotationReading(task, annotation, freeId(annotation.id), making);
    const own = reading.results(freeId);
    regions.push(own.length > 0 ? reading.id : undefined);
    results.push(...own);
  }
  const tell: Tell = (code, message) => making.lose({ code, message, ...taskPlace(task) });
  results.push(...saidOfTask(task.attributes, making, tell));
  results.push(...relationsOf(task.relations, regions, tell));
  return results;
}

function relationsOf(relations: Json | undefined, regions: readonly (string | undefined)[], tell: Tell): Dict[] {
  return (isList(relations) ? relations : []).flatMap((relation) => {
    const { startIndex, endIndex } = isDict(relation) ? relation : {};
    const [from, to] = [startIndex, endIndex].map((index) => (isNumber(index) ? regions[index] : undefined));
    if (from !== undefined && to !== undefined)
      return [{ type: 'relation', from_id: from, to_id: to, direction: 'right' }];
    tell('invalid', 'A relation is of an annotation that is not there; it is left out.');
    return [];
  });
}
