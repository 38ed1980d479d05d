"""The same tasks on a dask.distributed cluster (extra `lkjip[distributed]`).

Workers are started with one thread each (`dask worker ADDRESS --nthreads 1`): the PDF library is not made for
several. A worker that dies loses nothing: the scheduler gives its task to another one; a task that keeps killing
workers is read by this process instead, page by page in a watched process.
"""

from concurrent.futures import CancelledError, Executor
from typing import Any

from lkjip_corpus.fingerprints import Code, current_code
from lkjip_schemas.bilingual import Language, pick

CONNECT_SECONDS = 15.0


class NoCluster(Exception):
    """The cluster cannot be used; says why, in both languages."""

    def __init__(self, message_id: str, message_en: str) -> None:
        """The message in Indonesian and English."""
        super().__init__(message_en)
        self.message_id, self.message_en = message_id, message_en

    def message(self, language: Language) -> str:
        """The message in the language."""
        return pick(language, self.message_id, self.message_en)


class ClusterPool:
    """A connection to a scheduler, checked: workers of one thread, with the same lkjip."""

    def __init__(self, address: str) -> None:
        """Connect to the scheduler at `address` ("tcp://host:8786"). NoCluster when that fails."""
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise NoCluster(
                "Pelaksana dask memerlukan paket distributed. Pasang: pip install 'lkjip[distributed]'",
                "The executor dask needs the package distributed. Install it: pip install 'lkjip[distributed]'",
            ) from error
        self.lost: tuple[type[BaseException], ...] = (KilledWorker, CancelledError)
        try:
            connect: Any = Client
            self._client = connect(address, timeout=CONNECT_SECONDS, set_as_default=False)
            workers = self._client.scheduler_info(n_workers=-1)["workers"]
            codes = self._client.run(current_code)
        except (OSError, TimeoutError, ValueError) as error:
            raise NoCluster(
                f"Penjadwal dask {address} tidak dapat dihubungi ({error}). Periksa alamatnya dan jalankan penjadwal.",
                f"The dask scheduler {address} cannot be reached ({error}). Check the address and start it.",
            ) from error
        self.workers = len(workers)
        self._check(address, workers, codes)

    def _check(self, address: str, workers: dict[str, Any], codes: dict[str, Code]) -> None:
        if not workers:
            self.close()
            raise NoCluster(
                f"Penjadwal {address} tidak mempunyai pekerja. Jalankan: dask worker {address} --nthreads 1",
                f"The scheduler {address} has no workers. Start some: dask worker {address} --nthreads 1",
            )
        if any(w["nthreads"] > 1 for w in workers.values()):
            self.close()
            raise NoCluster(
                f"Pekerja harus memakai satu utas. Jalankan: dask worker {address} --nthreads 1 --nworkers N",
                f"Workers must have one thread. Start them so: dask worker {address} --nthreads 1 --nworkers N",
            )
        others = sorted(worker for worker, code in codes.items() if code != current_code())
        if others:
            self.close()
            raise NoCluster(
                f"Pekerja memakai lkjip versi lain: {', '.join(others)}. Pasang versi yang sama.",
                f"Workers have another version of lkjip: {', '.join(others)}. Install the same one.",
            )

    def open(self, workers: int) -> Executor:
        """The executor of the cluster; how many tasks run at once is the cluster's to say."""
        executor: Executor = self._client.get_executor(pure=False, retries=2)
        return executor

    def close(self) -> None:
        """Ends the connection; the cluster goes on."""
        self._client.close()
