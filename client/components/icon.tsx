const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  sound: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11',
  mute: 'M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  copy: 'M8 8h11v12H8zM5 16H4V4h11v1',
  friend:
    'M8 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2 20c0-4 2.5-6 6-6s6 2 6 6M16.5 11a3 3 0 1 0-1-5.8M17 14c3 .2 5 2.2 5 5.5',
  bot: 'M5 9h14v10H5zM12 9V5M12 4.5v.01M9 13.5v1M15 13.5v1M2.5 13v3M21.5 13v3',
  key: 'M14.5 13.5a4.5 4.5 0 1 0-4-4L4 16v4h4v-2.500h2.500V15h2.500z',
  numbers: 'M4 6h16M4 12h16M4 18h16M10 4v16',
  list: 'M9 6h11M9 12h11M9 18h11M4.500 6v.01M4.500 12v.01M4.500 18v.01',
  states: 'M9 3h6v4H9zM3 16h6v4H3zM15 16h6v4h-6zM12 7v4M6 16v-2.500h12V16',
  star: 'M12 3l2.700 5.700 6.300.8-4.600 4.300 1.200 6.200L12 17l-5.600 3 1.200-6.200L3 9.500l6.300-.8z',
  lock: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  again: 'M19 12a7 7 0 1 1-2.200-5.100M19 3v4.500h-4.500',
  play: 'M8 5v14l11-7z',
  pause: 'M8 5v14M16 5v14',
  previous: 'M18 5v14l-9-7zM6 5v14',
  next: 'M6 5v14l9-7zM18 5v14',
  check: 'M4.500 12.500l5 5L20 7',
  download: 'M12 4v11M7.500 11l4.500 4.500 4.500-4.500M4 20h16',
  hint: 'M9.500 18h5M10.500 21h3M12 3a6 6 0 0 0-3.500 10.800c.6.5 1 1.200 1 2.200h5c0-1 .4-1.700 1-2.200A6 6 0 0 0 12 3z',
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn beside words or under a label; it says nothing by itself. */
export const Icon = ({ name, filled = false }: { name: IconName; filled?: boolean }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" data-filled={filled}>
    <path d={PATHS[name]} />
  </svg>
);
