import { css } from 'lit';

/** Comments in the panel. */
export const commentStyles = css`
  .comments {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .composer {
    flex: none;
    padding: 10px 10px 8px;
    border-bottom: 1px solid var(--le-line);
  }
  .comment-field {
    display: block;
    box-sizing: border-box;
    width: 100%;
    min-height: 48px;
    max-height: 240px;
    padding: 6px 8px;
    font: inherit;
    color: var(--le-text);
    background: var(--le-surface);
    border: 1px solid var(--le-line);
    border-radius: var(--le-radius);
    resize: vertical;
    field-sizing: content;
  }
  .comment-field::placeholder {
    color: var(--le-muted);
  }
  .comment-field:focus {
    border-color: var(--le-accent);
    outline: 1px solid var(--le-accent);
    outline-offset: -1px;
  }
  .composer-foot {
    display: flex;
    align-items: center;
    gap: 4px;
    margin-top: 6px;
    min-width: 0;
  }
  .comments .comment-send {
    flex: none;
    border-radius: var(--le-radius);
  }
  .comment-target {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-width: 0;
    padding: 0 2px 0 0;
    font-size: 12px;
  }
  .comment-target .button {
    flex: none;
    min-width: 22px;
    height: 22px;
    padding: 0 3px;
  }
  .comment-target .relation-name,
  .comment-place .relation-name {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    overflow: hidden;
  }
  .comment-bar .group {
    gap: 0;
  }
  .comment-filter {
    height: 24px;
    font-size: 12px;
  }
  .comment-list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .comment {
    padding: 6px 10px 10px 12px;
    border-bottom: 1px solid var(--le-line);
  }
  .comment-head {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    min-width: 0;
  }
  .comment-head b {
    min-width: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .comment-head time {
    flex: none;
    font-size: 12px;
    color: var(--le-muted);
  }
  .comment-avatar {
    display: grid;
    place-content: center;
    flex: none;
    width: 20px;
    height: 20px;
    font-size: 9px;
    font-style: normal;
    font-weight: 600;
    color: var(--le-muted);
    background: var(--le-surface-2);
    border-radius: 50%;
  }
  .comment-sending {
    display: inline-flex;
    color: var(--le-muted);
  }
  .comment-sending .icon {
    width: 13px;
    height: 13px;
  }
  .comment-doings {
    display: inline-flex;
    flex: none;
  }
  .comment-doings .button {
    min-width: 24px;
    height: 24px;
    padding: 0 4px;
  }
  .comment-doings .button[aria-pressed='true'] {
    color: var(--le-accent);
    background: none;
  }
  @media (hover: hover) {
    .comment:not(:hover, :focus-within) .comment-doings .button:not([aria-pressed='true']) {
      opacity: 0;
    }
  }
  .comment-place {
    max-width: 100%;
    height: 22px;
    margin: 0 0 2px 20px;
    padding: 0 6px;
    font-size: 12px;
  }
  span.comment-place {
    display: block;
    line-height: 22px;
  }
  .comment-text {
    margin: 0 0 0 26px;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
    user-select: text;
  }
  .comment[data-resolved] .comment-text,
  .comment[data-state='sending'] .comment-text {
    color: var(--le-muted);
  }
  .comment-resolved {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin: 4px 0 0 26px;
    font-size: 12px;
    color: var(--le-muted);
  }
  .comment-resolved .icon {
    width: 13px;
    height: 13px;
  }
  .comment-asking,
  .comment-fault {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 4px;
    margin: 6px 0 0 26px;
  }
  .comment-fault .composer-foot {
    margin: 0 0 0 -10px;
  }
  .comment-why {
    display: flex;
    gap: 6px;
    flex: 1 1 100%;
    font-size: 12px;
    overflow-wrap: anywhere;
  }
  .comment-asking .danger {
    color: var(--le-danger);
  }
  .comment-more {
    align-self: center;
    margin: 8px;
  }
  @container le (width < 560px) {
    .comment-field {
      font-size: 16px;
    }
  }
`;
