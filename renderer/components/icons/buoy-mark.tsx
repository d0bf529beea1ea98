/** The product's mark as inline SVG, so that it is there with the first paint. */
export const BuoyMark = ({ className }: { className?: string }) => (
  <svg className={className} viewBox="100 100 824 824" aria-hidden="true">
    <defs>
      <linearGradient id="buoy-sky" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#2c9dba" />
        <stop offset="1" stopColor="#0c6c8a" />
      </linearGradient>
      <linearGradient id="buoy-body" x1="0" y1="0" x2="1" y2="0">
        <stop offset="0" stopColor="#ffffff" />
        <stop offset="0.55" stopColor="#f6fbfc" />
        <stop offset="1" stopColor="#cfe3e8" />
      </linearGradient>
      <linearGradient id="buoy-band" x1="0" y1="0" x2="1" y2="0">
        <stop offset="0" stopColor="#ff7a5c" />
        <stop offset="0.55" stopColor="#f3623f" />
        <stop offset="1" stopColor="#d44a29" />
      </linearGradient>
      <linearGradient id="buoy-sea" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#0a4b60" />
        <stop offset="1" stopColor="#06313f" />
      </linearGradient>
      <clipPath id="buoy-tile">
        <rect x="100" y="100" width="824" height="824" rx="190" />
      </clipPath>
    </defs>
    <g clipPath="url(#buoy-tile)">
      <rect x="100" y="100" width="824" height="824" fill="url(#buoy-sky)" />
      <g transform="rotate(8 512 700)">
        <circle cx="512" cy="226" r="66" fill="#f3623f" />
        <path d="M430 318h164c17 0 31 12 35 28l86 412H309l86-412c4-16 18-28 35-28Z" fill="url(#buoy-body)" />
        <path d="M371 462h282l32 150H339Z" fill="url(#buoy-band)" />
      </g>
      <path d="M40 742c104 0 140-66 236-66s132 66 236 66 132-66 236-66 132 66 236 66v240H40Z" fill="url(#buoy-sea)" />
      <path
        d="M40 742c104 0 140-66 236-66s132 66 236 66 132-66 236-66 132 66 236 66"
        fill="none"
        stroke="#7fd3e6"
        strokeWidth="22"
      />
    </g>
  </svg>
);
