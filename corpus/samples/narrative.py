"""Running text of the sample report, in our own words; amounts in it come from the facts."""

from samples import facts, facts_programs

FOREWORD = (
    "Puji syukur kami panjatkan ke hadirat Tuhan Yang Maha Esa, karena Laporan Kinerja Instansi Pemerintah "
    "(LKjIP) Kecamatan Contoh Tahun 2023 dapat diselesaikan. Laporan ini disusun untuk memenuhi Instruksi "
    "Presiden Nomor 7 Tahun 1999 dan menjadi bentuk tanggung jawab kecamatan atas program, kegiatan dan "
    "anggaran yang dikelola selama satu tahun.",
    "Isi laporan diharapkan berguna bagi penyusunan rencana kerja tahun berikutnya. Saran dan masukan dari "
    "semua pihak kami terima dengan senang hati demi perbaikan laporan di masa datang.",
)

SUMMARY = (
    "LKjIP Kecamatan Contoh Tahun 2023 menjelaskan sejauh mana sasaran yang diperjanjikan oleh Camat telah "
    "diwujudkan, kendala yang ditemui, serta penggunaan anggarannya.",
    "Pengukuran dilakukan dengan membandingkan rencana dan hasil tiap indikator. Uraian lengkap mengenai "
    "capaian kinerja dan realisasi keuangan disajikan pada Bab III, sedangkan dokumen pendukung dimuat pada "
    "lampiran.",
    "Ringkasan ini memberi gambaran singkat bagi pembaca sebelum memasuki pembahasan tiap bab.",
)

BACKGROUND = (
    "Pemerintahan yang baik menuntut setiap instansi mampu menerangkan apa yang direncanakan, apa yang "
    "dikerjakan dan apa hasilnya. Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas "
    "Kinerja Instansi Pemerintah serta Peraturan Menteri PAN dan RB Nomor 53 Tahun 2014 menjadi pedoman "
    "penyusunan <b>Laporan Kinerja Instansi Pemerintah (LKjIP)</b> yang disampaikan kepada Presiden.",
    "Bagi Kecamatan Contoh, laporan ini adalah laporan kemajuan dari Camat kepada Bupati atas pelaksanaan "
    "kegiatan Tahun 2023. Penyusunannya bertujuan sebagai berikut :",
)
PURPOSES = (
    "ke luar, LKjIP 2022 menjadi sarana pertanggungjawaban atas kinerja selama tahun 2022 kepada pihak yang "
    "berkepentingan;",
    "ke dalam, LKjIP 2023 menjadi bahan evaluasi pimpinan untuk memperbaiki kinerja secara berkelanjutan.",
)
AREA = (
    "Kecamatan Contoh berada di bagian barat Kabupaten Contoh Raya dengan luas wilayah 39,45 Km², terdiri "
    "dari 2.088,80 Ha lahan sawah dan 1.855,7 Ha lahan kering. Penduduknya per Desember 2022 berjumlah "
    "45.221 jiwa, yaitu 22.035 laki-laki dan 23.186 perempuan, yang tersebar pada 5 Desa dan 9 Kelurahan "
    "dengan 64 Dusun, 338 RT dan 65 RW.",
)

POSITION = (
    "Kecamatan dibentuk dengan Peraturan Daerah Kabupaten Contoh Raya Nomor 82 Tahun 2016, sedangkan uraian "
    "tugasnya diatur dalam Peraturan Bupati Contoh Raya Nomor 25 Tahun 2012. Camat berkedudukan di bawah "
    "Bupati dan menerima pelimpahan sebagian urusan pemerintahan daerah. Dalam tugas itu Camat "
    "berfungsi :",
)
FUNCTIONS = (
    "menyusun program dan kegiatan kecamatan;",
    "membina urusan ekonomi, sosial dan pembangunan di wilayahnya;",
    "menyelenggarakan pelayanan publik yang dilimpahkan;",
    "memfasilitasi pemerintahan desa dan kelurahan;",
    "membina pegawai di lingkungan kecamatan dan kelurahan;",
    "menyusun perencanaan, evaluasi dan pelaporan;",
    "melaksanakan tugas lain dari Bupati.",
)
ORGANISATION = (
    "Susunan organisasi terdiri atas Camat; Sekretariat dengan Sub Bagian Umum dan Kepegawaian serta Sub "
    "Bagian Keuangan; Seksi Tata Pemerintahan; Seksi Pemberdayaan Masyarakat dan Desa; Seksi Ketentraman dan "
    "Ketertiban; Seksi Kesejahteraan Sosial; dan Kelompok Jabatan Fungsional.",
)
ISSUES = (
    "jumlah dan keahlian pegawai belum sebanding dengan beban layanan;",
    "pemahaman perangkat desa dan kelurahan mengenai dokumen SAKIP belum merata;",
    "sarana pelayanan di sebagian kelurahan perlu diperbarui.",
)
OUTLINE = (
    "<b>Bab I Pendahuluan</b>, memuat penjelasan umum organisasi dan permasalahan utamanya;",
    "<b>Bab II Perencanaan Kinerja</b>, memuat ikhtisar perjanjian kinerja tahun berjalan;",
    "<b>Bab III Akuntabilitas Kinerja</b>, memuat capaian kinerja (termasuk perbandingan dengan standar "
    "nasional dan analisis efisiensi sumber daya) serta realisasi anggaran;",
    "<b>Bab IV Penutup</b>, memuat simpulan dan langkah perbaikan.",
)

STRATEGY = (
    "Rencana Strategis menjabarkan tugas kecamatan menjadi hasil yang ingin dicapai dalam lima tahun dengan "
    "memperhitungkan potensi, peluang dan kendala yang ada.",
)
VISION = "MASYARAKAT CONTOH RAYA YANG CERDAS, MANDIRI DAN SEJAHTERA"
MISSIONS = (
    "membentuk sumber daya manusia yang sehat, maju dan terampil;",
    "memperkuat ekonomi kerakyatan dan pemberdayaan desa;",
    "mengelola sumber daya alam secara lestari;",
    "mencukupkan sarana pelayanan masyarakat;",
    "menata pemerintahan yang bersih, profesional dan adil.",
)
GOALS = (
    "Tujuan dan sasaran kecamatan mengacu pada Misi ke-5. Untuk periode 2018-2023 ditetapkan sebanyak "
    "1 (satu) tujuan dan 1 (satu) sasaran strategis, sebagaimana tabel berikut :",
)
IKU_INTRO = (
    "Indikator Kinerja Utama dipakai sebagai acuan menyusun rencana kerja, anggaran dan perjanjian kinerja, "
    "serta menilai keberhasilan Renstra. IKU Kecamatan Contoh adalah :",
)
IKU_DEFINITION = (
    "Skor Evaluasi Kinerja Kecamatan, aspeknya menurut Peraturan Presiden nomor 17 Pasal 33 Tahun 2018 "
    "tentang Kecamatan"
)
IKU_SOURCE = "Hasil penilaian kinerja kecamatan dari Bagian Pemerintahan Setdakab"
PK_INTRO = (
    "Perjanjian Kinerja adalah janji pimpinan untuk mewujudkan target tahunan dengan anggaran yang tersedia. "
    "Berdasarkan Renstra, Renja dan DPA Tahun 2023, pada tanggal 02 bulan Januari tahun 2023 Camat Contoh "
    "menetapkan Perjanjian Kinerja sebagai berikut :",
)
PLAN_INTRO = ("Untuk mencapai target tersebut dilaksanakan program dan kegiatan sesuai DPA :",)
REVISION_INTRO = "Perjanjian Kinerja dapat diubah apabila terjadi :"
REVISION_CASES = (
    "pergantian atau mutasi pejabat;",
    "perubahan strategi, program, kegiatan atau alokasi anggaran;",
    "perubahan prioritas yang berpengaruh besar pada pencapaian sasaran.",
)
STANDARD_INTRO = (
    "Agar hasil kinerja dapat dinilai, pada awal tahun telah disepakati Standar Persiapan sebagai berikut :",
)

MEASUREMENT = (
    "Akuntabilitas kinerja berarti kesediaan menerangkan keberhasilan maupun kegagalan pelaksanaan tugas "
    "kepada pihak yang memberi amanah. Kecamatan Contoh mengukurnya dengan cara yang ditetapkan Peraturan "
    "Menteri PAN dan RB Nomor 53 Tahun 2014, yaitu membandingkan target dengan realisasi setiap indikator.",
    "Capaian sasaran merupakan rata-rata capaian indikatornya, dan dikelompokkan dalam skala ordinal sebagai "
    "berikut :",
)
AFTER_BUDGET_TABLE = (
    "Hasil pengukuran di atas dianalisis untuk mengetahui sebab tercapai atau tidaknya kinerja, dengan "
    "mengacu pada Renstra 2018-2023, Perjanjian Kinerja Tahun 2023 dan Indikator Kinerja Utama.",
)
AFTER_MEASURED = (
    "Indikator sasaran ini dinyatakan <b>Tercapai</b> selama 12 bulan pada 14 Desa/Kelurahan, dengan capaian "
    "128.76.% Keberhasilan itu tidak lepas dari kerja sama masyarakat, staf kecamatan dan perangkat desa.",
)
ORGANISATION_PERFORMANCE = (
    "IKU ditinjau kembali setiap tahun dengan melihat capaian, permasalahan dan isu strategis. Hasil "
    "pengukuran IKU Tahun 2023 adalah :",
)
AFTER_COMPARISON = (
    "Pembinaan administrasi dan keuangan desa pada 14 desa / kelurahan telah dilaksanakan sesuai aturan, "
    "sehingga seluruhnya tercapai.",
)
AFTER_MEDIUM_TERM = (
    "Indeks Kepuasan Masyarakat sangat berpeluang memenuhi target akhir Renstra 2018-2023, sedangkan Nilai "
    "SAKIP masih memerlukan peningkatan yang signifikan.",
)
ANALYSIS = (
    ("-Pelayanan cepat dan ramah\n-Jumlah petugas terbatas", "-Menjaga mutu layanan\n-Menambah petugas"),
    ("Dokumen pendukung belum dipahami", "Koordinasi lebih intensif"),
    ("Dokumen pendukung belum dipahami", "Koordinasi lebih intensif"),
)
AFTER_ANALYSIS = (
    "Kepuasan masyarakat melampaui target berkat layanan yang tepat waktu. Nilai SAKIP juga melampaui target "
    "tetapi belum maksimal, karena dokumen pendukungnya belum dipahami sepenuhnya.",
)
EFFORTS = (
    (
        "Anggaran disusun berbasis kinerja",
        "Inovasi pengelolaan keuangan belum optimal",
        "Memperluas ektensifikasi perencanaan dan pengawasan",
    ),
    (
        "Kelurahan turut mengelola keuangan",
        "Pengelola keuangan masih sedikit dan perlu dilatih",
        "Menerapkan manajemen keuangan yang baik",
    ),
)
AFTER_PROGRAMS = (
    "Seluruh program Tahun 2023 berjalan sesuai rencana dan targetnya tercapai maksimal. Yang masih "
    "perlu ditingkatkan adalah nilai SAKIP dan IKU; target akhir Renstra Kecamatan Contoh dapat terpenuhi.",
)
BUDGET = (
    f"Program kerja Kecamatan Contoh dibiayai APBD {facts.KABUPATEN} Tahun Anggaran 2023 dengan pagu sebesar "
    f"Rp. {facts_programs.TOTAL_PAGU},-. Sampai dengan tanggal 31 Desember 2023 terserap sebesar "
    f"Rp. {facts_programs.TOTAL_REALISASI},- atau {facts_programs.TOTAL_CAPAIAN} %, dengan rincian :",
)
AFTER_BUDGET = (
    f"Dengan penyerapan {facts_programs.TOTAL_CAPAIAN} % tersebut kami melakukan efisiensi sebesar "
    f"Rp. {facts_programs.UNSPENT},- atau sebesar {facts_programs.UNSPENT_PCT} % dari pagu "
    f"Rp. {facts_programs.TOTAL_PAGU},-. Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota serta "
    "Program Penyelenggaraan Pemerintahan dan Pelayanan Publik tidak menyerap seluruh pagunya, karena "
    "terdapat sisa gaji dan tunjangan dari pegawai yang pensiun dan mutasi.",
)

CONCLUSION = (
    "Tuntutan masyarakat atas pelayanan pemerintah terus tumbuh, sehingga pelaporan kinerja diperlukan "
    "sebagai jembatan antara harapan warga dan kemampuan pemerintah. LKjIP ini diharapkan menjadi umpan "
    "balik bagi pengambilan keputusan di Kecamatan Contoh.",
)
OUTLOOK = (
    "Capaian yang tergolong sangat tinggi tersebut didukung oleh penganggaran berbasis kinerja dan peran "
    "kelurahan. Hambatan yang masih ditemui ialah kurangnya inovasi dan tenaga pengelola keuangan, yang akan "
    "diatasi dengan ekstensifikasi perencanaan dan pengawasan.",
)
ADVICE = (
    "formasi pegawai yang kosong agar segera diisi sesuai kebutuhan;",
    "sarana, prasarana dan dana pelayanan agar dicukupi secara bertahap.",
)

AGREEMENT_OPENING = (
    "Agar pengelolaan pemerintahan berjalan efektif, terbuka, akuntabel dan terarah pada hasil, kami yang "
    "bertanda tangan di bawah ini :"
)
AGREEMENT_PROMISES = (
    "Pihak pertama berjanji mewujudkan target kinerja tahunan pada lampiran perjanjian ini untuk memenuhi "
    "target jangka menengah dalam dokumen perencanaan, dan bertanggung jawab atas berhasil atau gagalnya.",
    "Pihak kedua membimbing dan mengevaluasi capaian kinerja perjanjian ini serta mengambil langkah yang "
    "diperlukan untuk pemberian penghargaan dan sanksi.",
)
