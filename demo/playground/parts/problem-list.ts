import type { Problem } from '../../../src/contract.js';

interface ProblemListOptions {
  readonly list: HTMLElement;
  readonly count: HTMLElement;
  readonly onGoTo: (line: number, column: number | undefined) => void;
}

/** The problems that the element reports at present. */
export function showProblems(problems: readonly Problem[], { list, count, onGoTo }: ProblemListOptions): void {
  count.textContent = problems.length ? String(problems.length) : '';
  count.dataset.kind = problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  if (problems.length === 0) {
    const empty = Object.assign(document.createElement('li'), { className: 'empty', textContent: 'No problems.' });
    list.replaceChildren(empty);
    return;
  }
  list.replaceChildren(...problems.map((problem) => row(problem, onGoTo)));
}

function row({ code, severity, message, at }: Problem, onGoTo: ProblemListOptions['onGoTo']): HTMLElement {
  const item = document.createElement('li');
  item.dataset.severity = severity;
  const text = Object.assign(document.createElement('p'), { textContent: message });
  const where = Object.assign(document.createElement('div'), { className: 'where' });
  where.append(Object.assign(document.createElement('code'), { textContent: code }));
  const line = at?.line;
  if (line !== undefined) {
    const column = at?.column;
    const go = Object.assign(document.createElement('button'), {
      type: 'button',
      textContent: column === undefined ? `line ${line}` : `line ${line}, column ${column}`,
    });
    go.addEventListener('click', () => onGoTo(line, column));
    where.append(go);
  }
  if (at?.resultId !== undefined) where.append(`result ${at.resultId}`);
  item.append(text, where);
  return item;
}
