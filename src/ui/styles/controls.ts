import { css } from 'lit';

/** What is the same wherever it stands: buttons, menus, chips, dots, notes. */
export const controls = css`
  .button,
  .entry,
  .tab,
  .completion {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    margin: 0;
    padding: 0 6px;
    height: 28px;
    min-width: 28px;
    font: inherit;
    font-variant-numeric: inherit;
    color: var(--le-muted);
    background: none;
    border: 0;
    border-radius: var(--le-radius);
    cursor: pointer;
    white-space: nowrap;
    user-select: none;
  }
  .button {
    justify-content: center;
  }
  .icon {
    flex: none;
    display: block;
  }
  .button:hover:not(:disabled),
  .entry:hover:not(:disabled),
  .completion:hover {
    color: var(--le-text);
    background: var(--le-surface-2);
  }
  .button:disabled,
  .entry:disabled {
    opacity: 0.4;
    cursor: default;
  }
  .button[aria-pressed='true'] {
    color: var(--le-text);
    background: var(--le-surface-2);
  }
  .tools .button[aria-pressed='true'] {
    color: var(--le-accent);
    background: color-mix(in srgb, var(--le-accent) 14%, transparent);
  }
  .button.wide {
    padding: 0 10px;
    color: var(--le-text);
  }
  .button.primary {
    padding: 0 12px;
    font-weight: 500;
    color: var(--le-accent-text);
    background: var(--le-accent);
    border-radius: var(--le-radius) 0 0 var(--le-radius);
  }
  .button.primary:hover:not(:disabled) {
    color: var(--le-accent-text);
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  .split {
    display: inline-flex;
    gap: 1px;
  }
  .split .menu > .button {
    min-width: 22px;
    padding: 0 3px;
    color: var(--le-accent-text);
    background: var(--le-accent);
    border-radius: 0 var(--le-radius) var(--le-radius) 0;
  }
  .split .menu > .button:hover {
    background: color-mix(in srgb, var(--le-accent) 88%, var(--le-text));
  }
  .primary:focus-visible,
  .split .menu > .button:focus-visible {
    outline-offset: 2px;
  }
  .menu {
    display: inline-flex;
  }
  .popover {
    position: fixed;
    inset: auto;
    margin: 0;
    padding: 4px;
    min-width: 180px;
    max-width: min(360px, calc(100vw - 16px));
    overflow: auto;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: calc(var(--le-radius) + 2px);
    box-shadow: 0 8px 24px rgb(0 0 0 / 18%);
  }
  .entry {
    width: 100%;
    color: var(--le-text);
    text-align: start;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    padding: 0 8px;
    border-radius: var(--le-radius);
    cursor: pointer;
  }
  .choice:hover {
    background: var(--le-surface-2);
  }
  .choice input {
    margin: 0;
    accent-color: var(--le-accent);
  }
  /* For screen readers. */
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .completion {
    position: relative;
  }
  .empty {
    margin: 0;
    padding: 16px 12px;
    color: var(--le-muted);
  }
  .muted {
    color: var(--le-muted);
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
  }
  [data-tone='danger'] {
    color: var(--le-danger);
  }
  [data-tone='warning'] {
    color: var(--le-warning);
  }
  [data-tone='accent'] {
    color: var(--le-accent);
  }
  [data-tone='muted'] {
    color: var(--le-muted);
  }
  .turning {
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .turning {
      animation-duration: 6s;
    }
  }
`;
