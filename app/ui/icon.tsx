const paths = {
  check: "M3 8.5 6.5 12 13 4.5",
  clock: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 4.6V8l2.2 1.6",
  warning: "M8 2 14.5 13.5h-13ZM8 6.4v3.4M8 11.5v.4",
  pause: "M5.5 4v8M10.5 4v8",
  late: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM5.2 8.2l2 2 3.6-4.2",
  info: "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8ZM8 7.2V11M8 4.8v.4",
  cross: "M4 4l8 8M12 4l-8 8",
  bell: "M3.5 11.5h9L11.4 10V7a3.4 3.4 0 0 0-6.8 0v3ZM6.6 13.6h2.8",
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4l3.3 3.3",
  more: "M3.2 8h.1M7.95 8h.1M12.7 8h.1",
  chevron: "M4.5 6.5 8 10l3.5-3.5",
  arrow: "M3 8h10M9 4l4 4-4 4",
  plus: "M8 3v10M3 8h10",
  inbox: "M2.5 9 4 3h8l1.5 6v4h-11ZM2.5 9H6l.8 1.6h2.4L10 9h3.5",
  send: "M14 2 2 7l4.5 2L14 2ZM14 2 9.5 14l-3-5",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.4 4h.1M2.4 8h.1M2.4 12h.1",
  board: "M2 3h12v10H2ZM2 7h12M6 3v10M10 3v10",
  chart: "M2.5 13.5h11M4.5 11V7M8 11V3M11.5 11V5.5",
  file: "M4 1.8h5L12 5v9.2H4ZM9 1.8V5h3",
  clip: "M12.5 7.5 8 12a3 3 0 0 1-4.3-4.3l5-5a2 2 0 0 1 2.9 2.9l-5 5a1 1 0 0 1-1.5-1.5L9 5.2",
  edit: "M3 13h2.2L13 5.2 10.8 3 3 10.8ZM9.4 4.4l2.2 2.2",
  user: "M8 2.4a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6ZM2.8 13.6a5.2 5.2 0 0 1 10.4 0",
  people:
    "M6 3a2.4 2.4 0 1 0 0 4.8A2.4 2.4 0 0 0 6 3ZM1.6 13a4.4 4.4 0 0 1 8.8 0M10.4 3.2a2.4 2.4 0 0 1 0 4.4M12 9a4.4 4.4 0 0 1 2.4 4",
  home: "M2 8l6-5.5L14 8M3.6 7v6.5h8.8V7",
  building: "M3 14V3h6v11M9 6.5h4V14M1.8 14h12.4M5 5.5h2M5 8h2M5 10.5h2M11 9h.2M11 11.4h.2",
  book: "M3 2.5h8.5v9H4.2A1.2 1.2 0 0 0 3 12.7ZM3 12.7A1.2 1.2 0 0 0 4.2 14h7.3v-2.5",
  shield: "M8 1.8 13 3.6V8c0 3-2.2 5.2-5 6.2C5.2 13.2 3 11 3 8V3.6Z",
  mail: "M2 3.5h12v9H2ZM2 4l6 5 6-5",
  print: "M4.5 6V2.2h7V6M4.5 11.5H2.2V6h11.6v5.5h-2.3M4.5 9.5h7v4.3h-7Z",
  calendar: "M2.5 3.5h11v10h-11ZM2.5 6.5h11M5.5 2v2.5M10.5 2v2.5",
  gear: "M8 5.8a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4",
} as const;

export type IconName = keyof typeof paths;

/** A small line drawing that goes with a word; hidden from screen readers, because the word is there. */
export function Icon({ name, className = "size-4" }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      // Its size until a style sheet says another, or where none arrives.
      width={16}
      height={16}
      aria-hidden="true"
      focusable="false"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
