/**
 * A disk of its own, for faults that the disk of the machine must not have: a file with ext4 in it, mounted by a loop
 * device. It can be filled, and its power can be cut: the file system is shut down without a flush of its journal, so
 * what was not synced is lost.
 */
const { spawnSync } = require('node:child_process');
const { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH (fs/ext4/ext4.h of Linux). */
const shutDown =
  'open(my $f, "<", $ARGV[0]) or die; my $flags = pack("L", 2); ioctl($f, 0x8004587d, $flags) or die "$!"';

function run(command, ...args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
}

/** Makes the disk beside `folder`, and mounts it there. */
function mountDisk(folder, bytes) {
  let image = `${folder}.image`;
  const ballast = join(folder, 'ballast');
  mkdirSync(folder);
  closeSync(openSync(image, 'w'));
  truncateSync(image, bytes);
  run('mkfs.ext4', '-q', image);
  const mount = () => run('mount', '-o', 'loop', image, folder);
  mount();
  return {
    fill() {
      const file = openSync(ballast, 'a');
      try {
        for (let size = 2 ** 20; size >= 512; size = size / 2) fillBy(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(ballast),
    cutPower: () => run('perl', '-e', shutDown, folder),
    /**
     * Starts again on a copy of what has reached the disk. A process that still holds the old disk, or has yet to write
     * to it, cannot reach the copy.
     */
    startAgain() {
      run('umount', '-l', folder);
      const copy = `${image}+`;
      run('cp', '--sparse=always', image, copy);
      rmSync(image);
      image = copy;
      mount();
    },
    unmount() {
      run('umount', '-l', folder);
      rmSync(image);
    },
  };
}

function fillBy(file, bytes) {
  try {
    for (;;) writeSync(file, bytes);
  } catch (error) {
    if (error.code !== 'ENOSPC') throw error;
  }
}

/** Whether such a disk is available here: it needs root, and a kernel with loop devices. */
function canMount() {
  const folder = mkdtempSync(join(tmpdir(), 'im-callbacks-disk-'));
  try {
    const disk = mountDisk(join(folder, 'disk'), 2 ** 23);
    disk.cutPower();
    disk.unmount();
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

module.exports = { canMount, mountDisk };
