import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '../components/class-names.ts';
import { Icon } from '../components/icons/icon.tsx';

/** A button that opens the system's dialog for files. Its name has the field in it, for who cannot see where it stands. */
export const FileButton = ({
  label,
  of,
  endings = [],
  takesSeveral = false,
  isRequired = false,
  describedBy,
  onFiles,
}: {
  label: string;
  /** Label of the field to which it belongs. */
  of: string;
  endings?: readonly string[];
  takesSeveral?: boolean;
  isRequired?: boolean;
  describedBy?: string | undefined;
  onFiles: (files: readonly File[]) => void;
}) => (
  <label className="btn small file-button">
    <Icon name="folder" size="sm" />
    {label}
    <span className="unseen">{of}</span>
    <input
      type="file"
      className="unseen"
      accept={endings.join(',')}
      multiple={takesSeveral}
      required={isRequired}
      aria-describedby={describedBy}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])];
        // The same file may be chosen again, once it was changed.
        event.target.value = '';
        if (files.length > 0) onFiles(files);
      }}
    />
  </label>
);

/** Where files can be dropped. It shows that while one is held over it. */
export const DropPlace = ({
  className,
  onFiles,
  children,
}: {
  className?: string;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) => {
  const [isOver, setOver] = useState(false);
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen by the button inside as well.
    <div
      className={classNames('drop-place', isOver && 'over', className)}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
};
