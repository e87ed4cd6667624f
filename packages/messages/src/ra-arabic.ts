/** The texts of react-admin 5.15 itself, in Arabic. Where a count stands, six forms in polyglot's order: zero, one, two, few, many, other. */
export const raArabic = {
  ra: {
    action: {
      add_filter: 'إضافة تصفية', add: 'إضافة', back: 'رجوع',
      bulk_actions: 'لم يحدد أي عنصر |||| عنصر واحد محدد |||| عنصران محددان |||| %{smart_count} عناصر محددة |||| %{smart_count} عنصرا محددا |||| %{smart_count} عنصر محدد',
      cancel: 'إلغاء', clear_array_input: 'إفراغ اللائحة', clear_input_value: 'مسح القيمة', clone: 'نسخ', confirm: 'تأكيد', create: 'إضافة', create_item: 'إضافة %{item}',
      delete: 'حذف', edit: 'تعديل', export: 'تصدير', list: 'اللائحة', refresh: 'تحيين', remove_filter: 'إزالة هذه التصفية', remove_all_filters: 'إزالة كل التصفيات', remove: 'إزالة',
      reset: 'إعادة التعيين', save: 'حفظ', search: 'بحث', search_columns: 'البحث في الأعمدة', select_all: 'تحديد الكل', select_all_button: 'تحديد الكل', select_row: 'تحديد هذا السطر',
      show: 'عرض', sort: 'ترتيب', undo: 'تراجع', unselect: 'إلغاء التحديد', expand: 'توسيع', close: 'إغلاق', open_menu: 'فتح القائمة', close_menu: 'إغلاق القائمة', update: 'تعديل',
      move_up: 'نقل إلى أعلى', move_down: 'نقل إلى أسفل', open: 'فتح', toggle_theme: 'التبديل بين العرض الفاتح والداكن', select_columns: 'الأعمدة', update_application: 'إعادة تحميل التطبيق',
    },
    boolean: { true: 'نعم', false: 'لا', null: ' ' },
    page: {
      create: 'إضافة %{name}', dashboard: 'لوحة القيادة', edit: '%{name} %{recordRepresentation}', error: 'وقع خلل ما', list: '%{name}', loading: 'جار التحميل', not_found: 'الصفحة غير موجودة',
      show: '%{name} %{recordRepresentation}', empty: 'لا توجد بعد أي معطيات: %{name}.', invite: 'هل تريدون إضافة أول عنصر؟', access_denied: 'الولوج غير مسموح به', authentication_error: 'تعذر التحقق من الهوية',
    },
    input: {
      file: { upload_several: 'المرجو إفلات الملفات هنا، أو النقر لاختيارها.', upload_single: 'المرجو إفلات الملف هنا، أو النقر لاختياره.' },
      image: { upload_several: 'المرجو إفلات الصور هنا، أو النقر لاختيارها.', upload_single: 'المرجو إفلات الصورة هنا، أو النقر لاختيارها.' },
      references: { all_missing: 'تعذر العثور على المعطيات المرتبطة.', many_missing: 'بعض العناصر المرتبطة لم تعد متاحة.', single_missing: 'العنصر المرتبط لم يعد متاحا.' },
      password: { toggle_visible: 'إخفاء كلمة المرور', toggle_hidden: 'إظهار كلمة المرور' },
    },
    message: {
      about: 'حول', access_denied: 'لا تتوفرون على صلاحية الولوج إلى هذه الصفحة', are_you_sure: 'هل أنتم متأكدون؟',
      authentication_error: 'أرجع خادم الولوج خطأ، ولم يتم التحقق من بيانات الدخول.', auth_error: 'وقع خلل أثناء التحقق من الجلسة.',
      bulk_delete_content: 'لم يحدد أي عنصر للحذف. |||| هل تريدون حذف هذا العنصر؟ |||| هل تريدون حذف هذين العنصرين؟ |||| هل تريدون حذف هذه العناصر، وعددها %{smart_count}؟ |||| هل تريدون حذف هذه العناصر، وعددها %{smart_count}؟ |||| هل تريدون حذف هذه العناصر، وعددها %{smart_count}؟',
      bulk_delete_title: 'حذف: %{name} |||| حذف: %{name} |||| حذف عنصرين: %{name} |||| حذف %{smart_count} عناصر: %{name} |||| حذف %{smart_count} عنصرا: %{name} |||| حذف %{smart_count} عنصر: %{name}',
      bulk_update_content: 'لم يحدد أي عنصر للتعديل. |||| هل تريدون تعديل %{name} %{recordRepresentation}؟ |||| هل تريدون تعديل هذين العنصرين؟ |||| هل تريدون تعديل هذه العناصر، وعددها %{smart_count}؟ |||| هل تريدون تعديل هذه العناصر، وعددها %{smart_count}؟ |||| هل تريدون تعديل هذه العناصر، وعددها %{smart_count}؟',
      bulk_update_title: 'تعديل: %{name} |||| تعديل %{name} %{recordRepresentation} |||| تعديل عنصرين: %{name} |||| تعديل %{smart_count} عناصر: %{name} |||| تعديل %{smart_count} عنصرا: %{name} |||| تعديل %{smart_count} عنصر: %{name}',
      clear_array_input: 'هل تريدون إفراغ اللائحة كلها؟', delete_content: 'هل تريدون حذف هذا العنصر (%{name})؟', delete_title: 'حذف %{name} %{recordRepresentation}', details: 'التفاصيل',
      error: 'وقع خلل في المتصفح ولم يكتمل طلبكم.', invalid_form: 'بعض الخانات غير صحيحة. المرجو مراجعتها.', loading: 'المرجو الانتظار', no: 'لا',
      not_found: 'العنوان غير صحيح، أو الرابط الذي اتبعتموه لم يعد صالحا.', select_all_limit_reached: 'عدد العناصر كبير، ولم يحدد منها إلا الأولى وعددها %{max}.',
      unsaved_changes: 'لم تحفظ بعض التعديلات. هل تريدون التخلي عنها؟', yes: 'نعم', placeholder_data_warning: 'خلل في الشبكة: تعذر تحيين المعطيات.',
    },
    navigation: {
      clear_filters: 'إزالة التصفية', no_filtered_results: 'لا توجد نتائج توافق التصفية الحالية: %{name}.', no_results: 'لا توجد نتائج: %{name}', no_more_results: 'الصفحة رقم %{page} غير موجودة. المرجو الرجوع إلى الصفحة السابقة.',
      page_out_of_boundaries: 'الصفحة رقم %{page} غير موجودة', page_out_from_end: 'هذه آخر صفحة', page_out_from_begin: 'هذه أول صفحة', page_range_info: '%{offsetBegin}–%{offsetEnd} من %{total}',
      partial_page_range_info: '%{offsetBegin}–%{offsetEnd} من أكثر من %{offsetEnd}', current_page: 'الصفحة %{page}', page: 'الانتقال إلى الصفحة %{page}', first: 'الانتقال إلى أول صفحة', last: 'الانتقال إلى آخر صفحة',
      next: 'الانتقال إلى الصفحة التالية', previous: 'الانتقال إلى الصفحة السابقة', page_rows_per_page: 'عدد الأسطر في الصفحة:', skip_nav: 'الانتقال إلى المحتوى',
    },
    sort: { sort_by: 'الترتيب حسب %{field_lower_first} %{order}', ASC: 'تصاعديا', DESC: 'تنازليا' },
    auth: {
      auth_check_error: 'المرجو تسجيل الدخول للمتابعة', user_menu: 'حسابي', username: 'اسم المستعمل', password: 'كلمة المرور', email: 'البريد الإلكتروني', sign_in: 'تسجيل الدخول',
      sign_in_error: 'تعذر تسجيل الدخول، المرجو إعادة المحاولة', logout: 'تسجيل الخروج',
    },
    notification: {
      updated: 'لم يعدل أي عنصر |||| تم تعديل العنصر |||| تم تعديل عنصرين |||| تم تعديل %{smart_count} عناصر |||| تم تعديل %{smart_count} عنصرا |||| تم تعديل %{smart_count} عنصر',
      created: 'تمت إضافة العنصر',
      deleted: 'لم يحذف أي عنصر |||| تم حذف العنصر |||| تم حذف عنصرين |||| تم حذف %{smart_count} عناصر |||| تم حذف %{smart_count} عنصرا |||| تم حذف %{smart_count} عنصر',
      bad_item: 'عنصر غير صحيح', item_doesnt_exist: 'العنصر غير موجود', http_error: 'تعذر الاتصال بالخادم', data_provider_error: 'خلل في مصدر المعطيات. التفاصيل في وحدة تحكم المتصفح.',
      i18n_error: 'تعذر تحميل نصوص اللغة المطلوبة', canceled: 'تم إلغاء العملية', logged_out: 'انتهت الجلسة، المرجو تسجيل الدخول من جديد.', not_authorized: 'لا تتوفرون على صلاحية الولوج إلى هذا المورد.',
      application_update_available: 'توجد نسخة جديدة من التطبيق.', offline: 'لا يوجد اتصال. تعذر جلب المعطيات.',
    },
    validation: {
      required: 'خانة إجبارية', minLength: 'الحد الأدنى لعدد الأحرف: %{min}', maxLength: 'الحد الأقصى لعدد الأحرف: %{max}', minValue: 'الحد الأدنى: %{min}', maxValue: 'الحد الأقصى: %{max}', number: 'المرجو إدخال عدد',
      email: 'المرجو إدخال عنوان بريد إلكتروني صحيح', oneOf: 'المرجو الاختيار من بين: %{options}', regex: 'الصيغة المطلوبة: %{pattern}', unique: 'هذه القيمة مستعملة من قبل',
    },
    saved_queries: {
      label: 'عمليات البحث المحفوظة', query_name: 'اسم البحث', new_label: 'حفظ البحث الحالي…', new_dialog_title: 'حفظ البحث الحالي باسم', remove_label: 'حذف البحث المحفوظ', remove_label_with_name: 'حذف البحث «%{name}»',
      remove_dialog_title: 'حذف البحث المحفوظ؟', remove_message: 'هل تريدون حذف هذا البحث من لائحتكم؟', help: 'المرجو تصفية اللائحة ثم حفظ البحث لاستعماله لاحقا',
    },
    guesser: { empty: { title: 'لا توجد معطيات للعرض', message: 'المرجو التحقق من مصدر المعطيات' } },
    configurable: {
      customize: 'تخصيص', configureMode: 'تخصيص هذه الصفحة',
      inspector: { title: 'المعاين', content: 'مرروا المؤشر فوق عناصر الصفحة لتخصيصها', reset: 'استرجاع الإعدادات', hideAll: 'إخفاء الكل', showAll: 'إظهار الكل' },
      Datagrid: { title: 'الجدول', unlabeled: 'عمود بدون عنوان رقم %{column}' },
      SimpleForm: { title: 'الاستمارة', unlabeled: 'خانة بدون عنوان رقم %{input}' },
      SimpleList: { title: 'اللائحة', primaryText: 'النص الرئيسي', secondaryText: 'النص الثانوي', tertiaryText: 'نص إضافي' },
    },
  },
};
