import { type ButtonHTMLAttributes, type Ref, useRef } from 'react';

/** A button that lets a person choose a file. The same file can be chosen once more. */
export function FileButton({
  accept,
  testId,
  onFile,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  accept: string;
  /** Of the field behind the button, where tests put files in. */
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
