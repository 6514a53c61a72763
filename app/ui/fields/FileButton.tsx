import { type ButtonHTMLAttributes, type Ref, useRef } from 'react';

/** Opens a file dialog; the same file can be chosen again. */
export function FileButton({
  accept,
  testId,
  onFile,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  accept: string;
  testId?: string;
  onFile: (file: File) => void;
  ref?: Ref<HTMLButtonElement>;
}) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="text-button" {...rest} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        data-testid={testId}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
